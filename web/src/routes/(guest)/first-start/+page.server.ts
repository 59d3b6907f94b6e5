import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/fields.ts';
import { setupOf } from '#lib/server/guest.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  if (!(await setupOf(locals)).needed) redirect(303, '/sign-in');
  return {};
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const person = { name: textOf(form, 'name'), email: textOf(form, 'email') };
    const password = String(form.get('password') ?? '');
    const made = await locals.api.post('/auth/setup', { ...person, password });
    if (!made.ok) return fail(made.problem.status || 503, { ...person, problem: made.problem });
    const signedIn = await locals.api.post('/auth/login', { email: person.email, password });
    redirect(303, signedIn.ok ? '/' : '/sign-in');
  },
};
