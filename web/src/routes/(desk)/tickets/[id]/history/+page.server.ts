import type { Listed, TicketAnswer, TicketHistoryRow, TicketPageRow } from '#lib/contract.ts';
import { askedAt } from '#lib/history/point.ts';
import { orFail } from '#lib/server/orFail.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url, untrack }) => {
  const { answer } = await parent();
  const id = answer.ticket.ticketId;
  const history = await locals.api.get<Listed<TicketHistoryRow>>(`/tickets/${id}/history`);
  const wanted = untrack(() => [url.searchParams.get('at'), url.searchParams.get('with')]);
  const pages = await Promise.all(
    wanted.map(async (point) => {
      const page = point ? await locals.api.get<TicketAnswer>(`/tickets/${id}`, askedAt(point)) : undefined;
      return point && page?.ok ? [[point, page.value.ticket] as const] : [];
    }),
  );
  const known: readonly (readonly [string, TicketPageRow])[] = pages.flat();
  return { history: orFail(history).items, known };
};
