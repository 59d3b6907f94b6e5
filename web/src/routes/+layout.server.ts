import type { Me } from '#lib/contract.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, depends }) => {
  depends('daybook:me');
  const answer = locals.signedIn ? await locals.api.get<Me>('/auth/me') : undefined;
  return { reader: locals.reader, me: answer?.ok ? answer.value : null };
};
