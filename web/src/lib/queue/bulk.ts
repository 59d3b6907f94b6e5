import type { Answer, Api } from '#lib/api/request.ts';
import type { BulkDone, BulkResult } from '#lib/contract.ts';

export interface BulkOrder {
  readonly command: 'assign' | 'resolve';
  readonly ids: readonly string[];
}

/** The API takes so many at once. */
const AT_ONCE = 200;

/** Gives one command to many tickets; those that refused are in the results. */
export async function inChunks(
  api: Api,
  { command, ids }: BulkOrder,
  input: object,
  key: string,
): Promise<Answer<BulkDone>> {
  const results: BulkResult[] = [];
  let position = '0';
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const body = { command, ids: ids.slice(at, at + AT_ONCE), input };
    const answer = await api.post<BulkDone>('/tickets/bulk', body, { 'idempotency-key': `${key}-${at}` });
    if (!answer.ok) return answer;
    results.push(...answer.value.results);
    ({ position } = answer.value);
  }
  return { ok: true, value: { results, position } };
}
