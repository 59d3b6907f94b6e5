import type { CategoryRow, EquipmentAnswer, Listed, RoomRow, TicketAnswer, UserRow } from '#lib/contract.ts';
import { ROOMS_AT_HAND } from '#lib/rooms/atHand.ts';
import { fieldLabels } from '#lib/server/fieldLabels.ts';
import { orFail } from '#lib/server/orFail.ts';
import { roomOf } from '#lib/server/roomOf.ts';
import { isStaff } from '#lib/viewer.ts';
import type { LayoutServerLoad } from './$types';

/** Lists to choose from, where the page is used without JavaScript. */
async function choicesFor(api: App.Locals['api']) {
  const [rooms, categories, assignable] = await Promise.all([
    api.get<Listed<RoomRow>>('/rooms', { status: 'Open', limit: ROOMS_AT_HAND }),
    api.get<Listed<CategoryRow>>('/categories', { limit: 500 }),
    api.get<Listed<UserRow>>('/users', { assignable: 'true', limit: 500 }),
  ]);
  return {
    rooms: orFail(rooms).items,
    categories: orFail(categories).items,
    assignable: orFail(assignable).items,
  };
}

/** Those of the things that the reader may see. */
async function thingsOf(api: App.Locals['api'], ids: readonly string[]): Promise<readonly EquipmentAnswer[]> {
  const answers = await Promise.all(ids.map((id) => api.get<EquipmentAnswer>(`/equipment/${id}`)));
  return answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
}

export const load: LayoutServerLoad = async ({ params, locals, depends, parent, url, isDataRequest }) => {
  depends('daybook:ticket');
  const { me } = await parent();
  const answer = orFail(await locals.api.get<TicketAnswer>(`/tickets/${encodeURIComponent(params.id)}`));
  const { categoryId, fields, equipmentIds, roomId } = answer.ticket;
  const asks = categoryId !== null && Object.keys(fields).length > 0;
  const [category, things, room] = await Promise.all([
    asks ? locals.api.get<CategoryRow>(`/categories/${categoryId}`) : undefined,
    thingsOf(locals.api, equipmentIds),
    roomOf(locals.api, roomId),
  ]);
  const isEditing = !isDataRequest && isStaff(me) && url.searchParams.has('do');
  return {
    answer,
    things,
    room,
    fieldLabels: fieldLabels(category),
    ...(isEditing ? { choices: await choicesFor(locals.api) } : {}),
  };
};
