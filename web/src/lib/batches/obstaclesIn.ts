import { isLasting, type TakenBack } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';

/** What stands in the way of taking back the rest, each thing once. */
export const obstaclesIn = (m: Messages, results: TakenBack['results']): string[] => [
  ...new Set(
    results.flatMap(({ problem }) =>
      problem && !isLasting(problem.rejection) ? [m.common.problem(problem)] : [],
    ),
  ),
];
