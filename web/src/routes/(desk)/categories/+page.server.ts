import type { CategoryRow, Listed, UserRow } from '#lib/contract.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends, parent }) => {
  depends('daybook:categories');
  onlyStaff((await parent()).me);
  const q = url.searchParams.get('q');
  const [answer, assignable] = await Promise.all([
    locals.api.get<Listed<CategoryRow>>('/categories', { q, limit: 500 }),
    locals.api.get<Listed<UserRow>>('/users', { assignable: 'true', limit: 500 }),
  ]);
  return { categories: orFail(answer), assignable: orFail(assignable).items };
};

export const actions: Actions = { give: giveAction('categories') };
