import { error } from '@sveltejs/kit';
import type { Answer } from '#lib/api/request.ts';

/** The value of an answer; else the page is an error page with the status of the problem. */
export function orFail<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  error(answer.problem.status || 503, answer.problem.detail);
}
