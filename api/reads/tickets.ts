import type { TicketCountRow, TicketHistoryRow, TicketQueueRow } from '#api/contract/rows.ts';
import type { TicketFilters } from '#api/routes/tickets/filters.ts';
import type { ReadDatabase, Viewer as Reader } from '#projections/readDatabase.ts';
import { countTickets } from '#projections/ticketCounts/query.ts';
import { ticketHistory } from '#projections/ticketHistory/query.ts';
import { ticketOf, type TicketRead } from '#projections/ticketPage/query.ts';
import { holdings, listTicketsJson } from '#projections/ticketQueue/query.ts';
import { later } from './later.ts';

export interface TicketReads {
  /** `items` is the text of a JSON array. */
  readonly list: (
    viewer: Reader,
    filters: TicketFilters,
  ) => Promise<{ readonly items: string; readonly next: string | null }>;
  readonly counts: (viewer: Reader) => Promise<readonly TicketCountRow[] | undefined>;
  /** By id or number, as it is or stood. */
  readonly find: (
    viewer: Reader,
    id: string,
    at: { readonly asOf?: string | undefined; readonly revision?: string | undefined },
  ) => Promise<TicketRead | undefined>;
  readonly history: (
    viewer: Reader,
    id: string,
    after?: bigint,
  ) => Promise<readonly TicketHistoryRow[] | undefined>;
  readonly heldBy: (viewer: Reader, userId: string) => Promise<readonly TicketQueueRow[] | undefined>;
}

export function ticketReads(read: ReadDatabase): TicketReads {
  return {
    list: (viewer, filters) => listTicketsJson(read, viewer, filters),
    counts: (viewer) => countTickets(read, viewer),
    find: (viewer, id, { asOf, revision }) => {
      const moment = asOf === undefined ? undefined : { asOf };
      return ticketOf(read, viewer, id, revision === undefined ? moment : { revision });
    },
    history: async (viewer, id, after) => later(await ticketHistory(read, viewer, id), after),
    heldBy: (viewer, id) => holdings(read, viewer, id),
  };
}
