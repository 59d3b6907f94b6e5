import type { Listed, RoomRow } from '#lib/contract.ts';
import { giveAction } from '#lib/server/giveAction.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends, parent }) => {
  depends('daybook:rooms');
  onlyStaff((await parent()).me);
  const q = url.searchParams.get('q');
  return { rooms: orFail(await locals.api.get<Listed<RoomRow>>('/rooms', { q, limit: 500 })) };
};

export const actions: Actions = { give: giveAction('rooms') };
