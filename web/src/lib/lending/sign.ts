import type { Answer, Api } from '#lib/api/request.ts';
import type { Done, SignatureKept } from '#lib/contract.ts';

export interface Signing {
  readonly equipmentId: string;
  readonly termsVersion: number;
  /** A PNG; null where it is signed without, which the desk takes only where there are no terms. */
  readonly signature: Blob | null;
  readonly commandId: string;
}

/** Keeps the signature and accepts the loan with it; both may be repeated under the same key. */
export async function sign(api: Api, order: Signing): Promise<Answer<Done>> {
  const { equipmentId, termsVersion, signature, commandId } = order;
  const kept = signature ? await keep(api, equipmentId, signature) : undefined;
  if (kept && !kept.ok) return kept;
  const input = { termsVersion, ...(kept ? { signatureId: kept.value.imageId } : {}) };
  const headers = { 'idempotency-key': commandId };
  return api.post(`/equipment/${equipmentId}/acceptCheckout`, input, headers);
}

function keep(api: Api, equipmentId: string, signature: Blob): Promise<Answer<SignatureKept>> {
  const form = new FormData();
  form.set('image', signature, 'signature.png');
  return api.post(`/equipment/${equipmentId}/signature`, form);
}
