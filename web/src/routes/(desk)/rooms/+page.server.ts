import type { RoomBoardAnswer } from '#lib/contract.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import { endOfPastDay } from '#lib/time/format.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends, parent }) => {
  depends('daybook:rooms');
  onlyStaff((await parent()).me);
  const day = url.searchParams.get('asOf');
  const asOf = endOfPastDay(day, locals.reader.zone, Date.now());
  const board = orFail(await locals.api.get<RoomBoardAnswer>('/rooms/board', { asOf }));
  return { board, day: asOf ? day : null, asOf };
};

export const actions: Actions = { give: giveAction('rooms') };
