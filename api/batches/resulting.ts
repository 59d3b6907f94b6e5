import type { BulkResult } from '#api/contract/answers.ts';
import type { Problem } from '#api/contract/problem.ts';
import { isProblem } from '#api/problems.ts';

export const resultOf = (
  id: string,
  finished: Problem | { readonly revision: bigint; readonly position: bigint },
): BulkResult =>
  isProblem(finished)
    ? { id, ok: false, problem: finished }
    : { id, ok: true, revision: String(finished.revision), position: String(finished.position) };

/** The last position of all that was done; '0' where nothing was. */
export const lastOf = (results: readonly BulkResult[]): string =>
  results.reduce((max, { position = '0' }) => (BigInt(position) > BigInt(max) ? position : max), '0');

export function tally(results: readonly BulkResult[]): { readonly done: number; readonly failed: number } {
  const done = results.filter(({ ok }) => ok).length;
  return { done, failed: results.length - done };
}
