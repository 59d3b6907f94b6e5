import type { Listed, RoomRow } from '#lib/contract.ts';
import { dueThings } from '#lib/due/due.ts';
import { daysAfter, periodOf } from '#lib/due/periods.ts';
import { ROOMS_AT_HAND } from '#lib/rooms/atHand.ts';
import { orFail } from '#lib/server/orFail.ts';
import { onlyStaff } from '#lib/server/records.ts';
import { dayOf } from '#lib/time/format.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends, parent }) => {
  depends('daybook:due');
  onlyStaff((await parent()).me);
  const within = periodOf(url.searchParams.get('within'));
  const today = dayOf(Date.now(), locals.reader.zone);
  // What is due in so many days belongs to them.
  const until = daysAfter(today, within + 1);
  const [due, rooms] = await Promise.all([
    dueThings(locals.api, today, until),
    locals.api.get<Listed<RoomRow>>('/rooms', { limit: ROOMS_AT_HAND }),
  ]);
  return { due, rooms: orFail(rooms).items, within };
};
