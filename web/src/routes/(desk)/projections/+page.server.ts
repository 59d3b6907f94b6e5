import { fail, redirect } from '@sveltejs/kit';
import type { Given } from '#lib/commands/given.ts';
import type { ProjectionsAnswer } from '#lib/contract.ts';
import { textOf } from '#lib/forms/fields.ts';
import { orFail } from '#lib/server/orFail.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, depends }) => {
  depends('daybook:projections');
  return { answer: orFail(await locals.api.get<ProjectionsAnswer>('/projections')) };
};

export const actions: Actions = {
  rebuild: async ({ locals, request }) => {
    const table = encodeURIComponent(textOf(await request.formData(), 'table'));
    const answer = await locals.api.post(`/projections/${table}/rebuild`);
    if (answer.ok) redirect(303, '/projections');
    const given = { command: 'rebuild', problem: answer.problem } satisfies Given;
    return fail(answer.problem.status || 503, { given });
  },
};
