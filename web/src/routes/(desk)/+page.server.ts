import { redirect } from '@sveltejs/kit';
import type { Listed, TicketQueueRow } from '#lib/contract.ts';
import { hrefOf } from '#lib/queue/filters.ts';
import { views } from '#lib/queue/views.ts';
import { orFail } from '#lib/server/orFail.ts';
import { isStaff } from '#lib/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals }) => {
  const { me } = await parent();
  if (isStaff(me)) redirect(303, hrefOf(views.open));
  return { page: orFail(await locals.api.get<Listed<TicketQueueRow>>('/tickets', { limit: 50 })) };
};
