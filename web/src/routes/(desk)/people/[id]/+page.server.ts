import { fail } from '@sveltejs/kit';
import type { Holdings, UserRow } from '#lib/contract.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { onlyStaff, storyOf } from '#lib/server/records.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const pathOf = (id: string): string => `/users/${encodeURIComponent(id)}`;

async function lacksPassword(api: App.Locals['api'], id: string): Promise<boolean> {
  const answer = await api.get<{ readonly stands: boolean }>(`${pathOf(id)}/firstPassword`);
  return answer.ok && !answer.value.stands;
}

export const load: PageServerLoad = async ({ locals: { api }, params: { id }, parent }) => {
  const { me } = await parent();
  onlyStaff(me);
  const [story, holdings, lacks] = await Promise.all([
    storyOf<UserRow>(api, pathOf(id)),
    api.get<Holdings>(`${pathOf(id)}/holdings`),
    me.user.role === 'admin' && lacksPassword(api, id),
  ]);
  return {
    story,
    holdings: holdings.ok ? holdings.value : { tickets: [], equipment: [] },
    lacksPassword: lacks,
  };
};

export const actions: Actions = {
  give: giveAction('users', ({ params }: RequestEvent) => params.id),
  firstPassword: async ({ request, params, locals }) => {
    const password = String((await request.formData()).get('password') ?? '');
    const answer = await locals.api.post(`${pathOf(params.id)}/firstPassword`, { password });
    if (answer.ok) return {};
    return fail(answer.problem.status || 503, {
      given: { command: 'firstPassword', problem: answer.problem },
    });
  },
};
