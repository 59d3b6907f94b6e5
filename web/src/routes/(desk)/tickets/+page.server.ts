import type { Listed, TicketQueueRow } from '#lib/contract.ts';
import { orFail } from '#lib/server/orFail.ts';
import { isStaff } from '#lib/viewer.ts';
import type { PageServerLoad } from './$types';

/** Staff sees all tickets elsewhere; these are the ones that they reported. */
export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { me } = await parent();
  const query: Record<string, string> = isStaff(me) ? { requester: 'me' } : {};
  const cursor = url.searchParams.get('cursor');
  const page = await locals.api.get<Listed<TicketQueueRow>>('/tickets', { ...query, cursor, limit: 50 });
  return { query, page: orFail(page) };
};
