import { error } from '@sveltejs/kit';
import type { CategoryRow, Listed, RoomRow, UserRow } from '#lib/contract.ts';
import type { Answer } from '#lib/api/request.ts';
import { ROOMS_AT_HAND } from '#lib/rooms/atHand.ts';
import { isStaff } from '#lib/viewer.ts';
import type { LayoutServerLoad } from './$types';

const itemsOf = <R>(answer: Answer<Listed<R>>): readonly R[] => (answer.ok ? answer.value.items : []);

export const load: LayoutServerLoad = async ({ parent, locals }) => {
  const { me } = await parent();
  if (!isStaff(me)) error(404);
  const { api } = locals;
  const [rooms, categories, assignable] = await Promise.all([
    api.get<Listed<RoomRow>>('/rooms', { limit: ROOMS_AT_HAND }),
    api.get<Listed<CategoryRow>>('/categories', { limit: 500 }),
    api.get<Listed<UserRow>>('/users', { assignable: 'true', limit: 500 }),
  ]);
  return {
    choices: { rooms: itemsOf(rooms), categories: itemsOf(categories), assignable: itemsOf(assignable) },
  };
};
