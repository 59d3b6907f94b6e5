import type {
  CategoryRow,
  EquipmentCountsAnswer,
  EquipmentListed,
  Listed,
  RoomRow,
  UserRow,
} from '#lib/contract.ts';
import type { Answer } from '#lib/api/request.ts';
import { filtersOf, queryOf } from '#lib/equipment/filters.ts';
import { ROOMS_AT_HAND } from '#lib/rooms/atHand.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import type { PageServerLoad } from './$types';

const PAGE = 50;
const itemsOf = <R>(answer: Answer<Listed<R>>): readonly R[] => (answer.ok ? answer.value.items : []);

export const load: PageServerLoad = async ({ locals: { api }, url, depends, parent }) => {
  depends('daybook:equipment');
  onlyStaff((await parent()).me);
  const filters = filtersOf(url.searchParams);
  const cursor = url.searchParams.get('cursor');
  const [page, counts, rooms, categories, holders] = await Promise.all([
    api.get<EquipmentListed>('/equipment', { ...queryOf(filters), cursor, limit: PAGE }),
    api.get<EquipmentCountsAnswer>('/equipment/counts'),
    api.get<Listed<RoomRow>>('/rooms', { limit: ROOMS_AT_HAND }),
    api.get<Listed<CategoryRow>>('/categories', { kind: 'equipment', limit: 500 }),
    api.get<Listed<UserRow>>('/users', { status: 'Active', limit: 500 }),
  ]);
  return {
    filters,
    page: orFail(page),
    stageCounts: counts.ok ? counts.value.counts : [],
    found: { rooms: itemsOf(rooms), categories: itemsOf(categories), holders: itemsOf(holders) },
  };
};
