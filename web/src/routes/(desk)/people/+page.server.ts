import type { Listed, UserRow } from '#lib/contract.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE = 200;

export const load: PageServerLoad = async ({ locals, url, depends, parent }) => {
  depends('daybook:people');
  onlyStaff((await parent()).me);
  const of = (name: string) => url.searchParams.get(name);
  const status = url.searchParams.has('all') ? undefined : 'Active';
  const query = { q: of('q'), role: of('role'), cursor: of('cursor'), status, limit: PAGE };
  return { people: orFail(await locals.api.get<Listed<UserRow>>('/users', query)) };
};

export const actions: Actions = { give: giveAction('users') };
