import { fail } from '@sveltejs/kit';
import type { CategoryRow, Decision, Listed, StocktakeAnswer } from '#lib/contract.ts';
import { textOf } from '#lib/forms/fields.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { orFail } from '#lib/server/orFail.ts';
import { roomOf } from '#lib/server/roomOf.ts';
import { onlyStaff } from '#lib/server/records.ts';
import { decide } from '#lib/stocktake/decide.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  onlyStaff((await parent()).me);
  const [answer, categories] = await Promise.all([
    locals.api.get<StocktakeAnswer>(`/stocktakes/${encodeURIComponent(params.id)}`),
    locals.api.get<Listed<CategoryRow>>('/categories', { limit: 500 }),
  ]);
  const found = orFail(answer);
  const room = await roomOf(locals.api, found.stocktake.roomId);
  return { answer: found, categories: orFail(categories).items, room };
};

export const actions: Actions = {
  give: giveAction('stocktakes', ({ params }: RequestEvent) => params.id),
  decide: async ({ locals, params, request }) => {
    const form = await request.formData();
    const decision = textOf(form, 'decision') as Decision;
    const about = { name: textOf(form, 'name').trim(), categoryId: textOf(form, 'categoryId') };
    const input = decision === 'register' ? about : {};
    const answer = await decide(locals.api, params.id, { line: textOf(form, 'line'), decision, input });
    return answer.ok ? {} : fail(answer.problem.status || 503, { problem: answer.problem });
  },
};
