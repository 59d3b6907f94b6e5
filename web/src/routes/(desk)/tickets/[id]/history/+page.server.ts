import type { Listed, TicketAnswer, TicketHistoryRow, TicketPageRow } from '#lib/contract.ts';
import { orFail } from '#lib/server/orFail.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url, untrack }) => {
  const { answer } = await parent();
  const id = answer.ticket.ticketId;
  const history = await locals.api.get<Listed<TicketHistoryRow>>(`/tickets/${id}/history`);
  const wanted = untrack(() => [url.searchParams.get('at'), url.searchParams.get('with')]);
  const pages = await Promise.all(
    wanted.map((revision) =>
      revision ? locals.api.get<TicketAnswer>(`/tickets/${id}`, { revision }) : undefined,
    ),
  );
  const known: TicketPageRow[] = pages.flatMap((page) => (page?.ok ? [page.value.ticket] : []));
  return { history: orFail(history).items, known };
};
