import { orFail } from '#lib/server/orFail.ts';
import type { Me } from '#lib/contract.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, depends }) => {
  depends('daybook:me');
  const answer = locals.signedIn ? await locals.api.get<Me>('/auth/me') : undefined;
  const endedOrNone = !answer || (!answer.ok && answer.problem.status === 401);
  return { reader: locals.reader, me: endedOrNone ? null : orFail(answer) };
};
