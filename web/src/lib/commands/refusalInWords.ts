import type { Problem } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';

/** Why a command was not carried out, in one sentence: who was faster and with what, where somebody was. */
export function refusalInWords(problem: Problem, m: Messages): string {
  const last = problem.since?.at(-1);
  return last ? m.conflict.faster(last.actorName, m.history.event(last.type)) : m.common.problem(problem);
}
