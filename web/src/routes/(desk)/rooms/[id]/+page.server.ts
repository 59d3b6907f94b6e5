import { fail, redirect } from '@sveltejs/kit';
import type { Given } from '#lib/commands/given.ts';
import { newKey } from '#lib/commands/give.ts';
import type { Done, EquipmentRow, RoomRow, StocktakesListed } from '#lib/contract.ts';
import { shownOf } from '#lib/rooms/shown.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { listTo } from '#lib/server/listTo.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff, storyOf } from '#lib/server/records.ts';
import { endOfPastDay } from '#lib/time/format.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { api, reader }, params, parent, url, depends }) => {
  depends('daybook:room');
  onlyStaff((await parent()).me);
  const day = url.searchParams.get('asOf');
  const asOf = endOfPastDay(day, reader.zone, Date.now());
  const inIt = { room: params.id, asOf, sort: 'tag', count: shownOf(url.searchParams.get('shown')) };
  const [story, contents, stocktakes] = await Promise.all([
    storyOf<RoomRow>(api, `/rooms/${encodeURIComponent(params.id)}`),
    listTo<EquipmentRow>(api, '/equipment', inIt),
    api.get<StocktakesListed>('/stocktakes', { room: params.id, limit: 50 }),
  ]);
  return {
    story,
    contents: orFail(contents),
    stocktakes: stocktakes.ok ? stocktakes.value.items : [],
    day: asOf ? day : null,
  };
};

export const actions: Actions = {
  give: giveAction('rooms', ({ params }: RequestEvent) => params.id),
  startStocktake: async ({ locals, params }) => {
    const key = { 'idempotency-key': newKey() };
    const answer = await locals.api.post<Done>('/stocktakes', { roomId: params.id }, key);
    if (answer.ok) redirect(303, `/stocktakes/${answer.value.id}`);
    const given = { command: 'startStocktake', problem: answer.problem } satisfies Given;
    return fail(answer.problem.status || 503, { given });
  },
};
