import type { Listed, RoomRow, StocktakesListed } from '#lib/contract.ts';
import { ROOMS_AT_HAND } from '#lib/rooms/atHand.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends, parent }) => {
  depends('daybook:stocktakes');
  onlyStaff((await parent()).me);
  const of = (name: string) => url.searchParams.get(name);
  const query = { status: of('status'), cursor: of('cursor'), limit: 50 };
  const [listed, rooms] = await Promise.all([
    locals.api.get<StocktakesListed>('/stocktakes', query),
    locals.api.get<Listed<RoomRow>>('/rooms', { status: 'Open', limit: ROOMS_AT_HAND }),
  ]);
  return { listed: orFail(listed), rooms: orFail(rooms).items };
};

export const actions: Actions = {
  give: giveAction('stocktakes', undefined, ({ id }) => `/stocktakes/${id}`),
};
