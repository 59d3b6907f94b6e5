import { fetchSigned } from '#lib/api/browser.ts';
import { answerOf, UNREACHABLE, type Answer } from '#lib/api/request.ts';
import type { LabelRequest } from '#lib/contract.ts';

const PDF = 'application/pdf';

/** The sheets of labels as a PDF. */
export async function makeSheet(body: LabelRequest): Promise<Answer<Blob>> {
  try {
    const headers = { accept: `${PDF}, application/problem+json` };
    const response = await fetchSigned({ method: 'POST', path: '/labels.pdf', body, headers });
    if (!response.ok) return await answerOf<Blob>(response);
    return { ok: true, value: new Blob([await response.arrayBuffer()], { type: PDF }) };
  } catch {
    return { ok: false, problem: UNREACHABLE };
  }
}
