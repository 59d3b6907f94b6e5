import type { Listed, TicketQueueRow } from '#lib/contract.ts';
import { filtersOf, queryOf } from '#lib/queue/filters.ts';
import { orFail } from '#lib/server/orFail.ts';
import type { PageServerLoad } from './$types';

const PAGE = 50;

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('daybook:queue');
  const filters = filtersOf(url.searchParams);
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const page = await locals.api.get<Listed<TicketQueueRow>>('/tickets', {
    ...queryOf(filters),
    cursor,
    limit: PAGE,
  });
  return { filters, page: orFail(page) };
};
