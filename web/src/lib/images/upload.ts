import { answerOf, UNREACHABLE, type Answer } from '#lib/api/request.ts';
import { renewSession } from '#lib/api/browser.ts';
import type { EquipmentImageKind, ImageAttached, ImageKind } from '#lib/contract.ts';

export interface Upload {
  /** Of the record below /api, as `/tickets/<id>`. */
  readonly path: string;
  readonly image: Blob;
  readonly kind: ImageKind | EquipmentImageKind;
  readonly key: string;
  /** From 0 to 1. */
  readonly onprogress: (part: number) => void;
}

/** Sends an image to a record. fetch tells no progress of what it sends, so this is an XMLHttpRequest. */
export async function upload(order: Upload): Promise<Answer<ImageAttached>> {
  const answer = await sendOnce(order);
  if (answer.ok || answer.problem.status !== 401 || (await renewSession()) !== 'renewed') return answer;
  return sendOnce(order);
}

function sendOnce({ path, image, kind, key, onprogress }: Upload): Promise<Answer<ImageAttached>> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('image', image, 'image.jpg');
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}/images`);
    request.setRequestHeader('idempotency-key', key);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0);
    request.onerror = () => resolve({ ok: false, problem: UNREACHABLE });
    request.ontimeout = request.onerror;
    request.onload = () => resolve(answerOf(new Response(request.responseText, { status: request.status })));
    request.send(form);
  });
}
