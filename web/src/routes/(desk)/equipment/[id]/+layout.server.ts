import type {
  CategoryRow,
  EquipmentAnswer,
  EquipmentHistoryRow,
  Listed,
  RoomRow,
  UserRow,
} from '#lib/contract.ts';
import { ROOMS_AT_HAND } from '#lib/rooms/atHand.ts';
import { fieldLabels } from '#lib/server/fieldLabels.ts';
import { orFail } from '#lib/server/orFail.ts';
import { roomOf } from '#lib/server/roomOf.ts';
import { isStaff } from '#lib/viewer.ts';
import type { LayoutServerLoad } from './$types';

/** Lists to choose from, where the page is used without JavaScript. */
async function choicesFor(api: App.Locals['api']) {
  const [rooms, categories, people] = await Promise.all([
    api.get<Listed<RoomRow>>('/rooms', { status: 'Open', limit: ROOMS_AT_HAND }),
    api.get<Listed<CategoryRow>>('/categories', { kind: 'equipment', limit: 500 }),
    api.get<Listed<UserRow>>('/users', { status: 'Active', limit: 500 }),
  ]);
  return { rooms: orFail(rooms).items, categories: orFail(categories).items, people: orFail(people).items };
}

export const load: LayoutServerLoad = async ({
  params,
  locals: { api },
  depends,
  parent,
  url,
  isDataRequest,
}) => {
  depends('daybook:thing');
  const staff = isStaff((await parent()).me);
  const path = `/equipment/${encodeURIComponent(params.id)}`;
  const answer = orFail(await api.get<EquipmentAnswer>(path, { valueOn: url.searchParams.get('valueOn') }));
  const { equipmentId, categoryId, roomId } = answer.equipment;
  const [history, category, room] = await Promise.all([
    staff ? api.get<Listed<EquipmentHistoryRow>>(`/equipment/${equipmentId}/history`) : undefined,
    api.get<CategoryRow>(`/categories/${categoryId}`),
    roomOf(api, roomId),
  ]);
  const isEditing = !isDataRequest && staff && url.searchParams.has('do');
  return {
    answer,
    history: history?.ok ? history.value.items : [],
    room,
    fieldLabels: fieldLabels(category),
    ...(isEditing ? { choices: await choicesFor(api) } : {}),
  };
};
