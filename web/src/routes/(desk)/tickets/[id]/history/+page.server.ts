import type { Listed, TicketAnswer, TicketHistoryRow, TicketPageRow } from '#lib/contract.ts';
import { orFail } from '#lib/server/orFail.ts';
import type { PageServerLoad } from './$types';

const PAGE = 500;

/** The whole history of a ticket. */
async function historyOf(api: App.Locals['api'], id: string): Promise<readonly TicketHistoryRow[]> {
  const rows: TicketHistoryRow[] = [];
  let cursor: string | null | undefined;
  do {
    const answer = await api.get<Listed<TicketHistoryRow>>(`/tickets/${id}/history`, { limit: PAGE, cursor });
    const { items, next } = orFail(answer);
    rows.push(...items);
    cursor = next;
  } while (cursor);
  return rows;
}

export const load: PageServerLoad = async ({ parent, locals, url, untrack }) => {
  const { answer } = await parent();
  const id = answer.ticket.ticketId;
  const history = await historyOf(locals.api, id);
  const wanted = untrack(() => [url.searchParams.get('at'), url.searchParams.get('with')]);
  const pages = await Promise.all(
    wanted.map((revision) =>
      revision ? locals.api.get<TicketAnswer>(`/tickets/${id}`, { revision }) : undefined,
    ),
  );
  const known: TicketPageRow[] = pages.flatMap((page) => (page?.ok ? [page.value.ticket] : []));
  return { history, known };
};
