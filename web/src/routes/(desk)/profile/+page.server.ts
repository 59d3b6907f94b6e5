import { fail } from '@sveltejs/kit';
import { giveAction } from '#lib/server/giveAction.ts';
import type { Me } from '#lib/contract.ts';
import { orFail } from '#lib/server/orFail.ts';
import type { Actions, RequestEvent } from './$types';

const mine = async ({ locals }: RequestEvent): Promise<string> =>
  orFail(await locals.api.get<Me>('/auth/me')).user.userId;

export const actions: Actions = {
  give: giveAction('users', mine),
  password: async ({ request, locals }) => {
    const form = await request.formData();
    const body = { current: String(form.get('current') ?? ''), next: String(form.get('next') ?? '') };
    const answer = await locals.api.post('/auth/password', body);
    if (!answer.ok) return fail(answer.problem.status || 503, { password: answer.problem });
    return { password: 'changed' as const };
  },
};
