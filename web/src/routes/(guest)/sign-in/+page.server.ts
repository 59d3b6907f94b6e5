import { fail, redirect } from '@sveltejs/kit';
import type { Answer } from '#lib/api/request.ts';
import { safePath, textOf } from '#lib/forms/fields.ts';
import { onlyGuests, setupOf } from '#lib/server/guest.ts';
import type { SignedIn } from '#lib/contract.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { me } = await parent();
  onlyGuests(me, safePath(url.searchParams.get('to')));
  const { needed, registration = false } = await setupOf(locals);
  if (needed) redirect(303, '/first-start');
  return { registration, ended: url.searchParams.has('ended') };
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const form = await request.formData();
    const email = textOf(form, 'email');
    const password = String(form.get('password') ?? '');
    const answer: Answer<SignedIn> = await locals.api.post('/auth/login', { email, password });
    if (!answer.ok) return fail(answer.problem.status || 503, { email, problem: answer.problem });
    redirect(303, safePath(url.searchParams.get('to')));
  },
};
