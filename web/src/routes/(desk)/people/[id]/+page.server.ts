import type { Holdings, UserRow } from '#lib/contract.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { onlyStaff, storyOf } from '#lib/server/records.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  onlyStaff((await parent()).me);
  const path = `/users/${encodeURIComponent(params.id)}`;
  const [story, holdings] = await Promise.all([
    storyOf<UserRow>(locals.api, path),
    locals.api.get<Holdings>(`${path}/holdings`),
  ]);
  return { story, holdings: holdings.ok ? holdings.value : { tickets: [], equipment: [] } };
};

export const actions: Actions = { give: giveAction('users', ({ params }: RequestEvent) => params.id) };
