import { error } from '@sveltejs/kit';
import type { CategoryRow, Listed, RoomRow } from '#lib/contract.ts';
import { ROOMS_AT_HAND } from '#lib/rooms/atHand.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { orFail } from '#lib/server/orFail.ts';
import { mayDo } from '#lib/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { api }, parent }) => {
  if (!mayDo((await parent()).me, 'registerEquipment')) error(404);
  const [rooms, categories] = await Promise.all([
    api.get<Listed<RoomRow>>('/rooms', { status: 'Open', limit: ROOMS_AT_HAND }),
    api.get<Listed<CategoryRow>>('/categories', { kind: 'equipment', limit: 500 }),
  ]);
  return { found: { rooms: orFail(rooms).items, categories: orFail(categories).items } };
};

export const actions: Actions = {
  give: giveAction('equipment', undefined, ({ id }) => `/equipment/${id}`),
};
