import { error, fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/fields.ts';
import { onlyGuests, setupOf } from '#lib/server/guest.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
  onlyGuests((await parent()).me);
  if (!(await setupOf(locals)).registration) error(404);
  return {};
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const person = { name: textOf(form, 'name'), email: textOf(form, 'email') };
    const password = String(form.get('password') ?? '');
    const made = await locals.api.post('/auth/register', { ...person, password });
    if (!made.ok) return fail(made.problem.status || 503, { ...person, problem: made.problem });
    const signedIn = await locals.api.post('/auth/login', { email: person.email, password });
    redirect(303, signedIn.ok ? '/' : '/sign-in');
  },
};
