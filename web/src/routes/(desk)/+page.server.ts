import { redirect } from '@sveltejs/kit';
import type { EquipmentListed, Listed, TicketQueueRow } from '#lib/contract.ts';
import { hrefOf } from '#lib/queue/filters.ts';
import { views } from '#lib/queue/views.ts';
import { orFail } from '#lib/server/orFail.ts';
import { isStaff } from '#lib/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, depends }) => {
  depends('daybook:loans');
  const { me } = await parent();
  if (isStaff(me)) redirect(303, hrefOf(views.open));
  const [tickets, awaiting] = await Promise.all([
    locals.api.get<Listed<TicketQueueRow>>('/tickets', { limit: 50 }),
    locals.api.get<EquipmentListed>('/equipment', { holder: 'me', acceptance: 'awaiting', limit: 50 }),
  ]);
  return { page: orFail(tickets), awaiting: orFail(awaiting) };
};
