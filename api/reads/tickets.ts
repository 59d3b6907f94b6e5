import type { TicketCountRow, TicketHistoryRow, TicketQueueRow } from '#api/contract/rows.ts';
import type { TicketFilters } from '#api/routes/tickets/filters.ts';
import type { ReadDatabase, Viewer as Reader } from '#projections/readDatabase.ts';
import { countTickets } from '#projections/ticketCounts/query.ts';
import { ticketHistory } from '#projections/ticketHistory/query.ts';
import { ticketOf, type At, type TicketRead } from '#projections/ticketPage/query.ts';
import { holdings, listTicketsJson } from '#projections/ticketQueue/query.ts';
import { later } from './later.ts';

/** The point at which a ticket is asked for; now where nothing is given. */
interface Asked {
  readonly asOf?: string | undefined;
  readonly revision?: string | undefined;
  readonly position?: string | undefined;
}

const atOf = ({ asOf, revision, position }: Asked): At | undefined => {
  if (revision !== undefined) return { revision };
  if (position !== undefined) return { position };
  return asOf === undefined ? undefined : { asOf };
};

export interface TicketReads {
  /** `items` is the text of a JSON array. */
  readonly list: (
    viewer: Reader,
    filters: TicketFilters,
  ) => Promise<{ readonly items: string; readonly next: string | null }>;
  readonly counts: (viewer: Reader) => Promise<readonly TicketCountRow[] | undefined>;
  /** By id or number, as it is or stood. */
  readonly find: (viewer: Reader, id: string, at: Asked) => Promise<TicketRead | undefined>;
  /** All that it tells, or its own events after a revision. */
  readonly history: (
    viewer: Reader,
    id: string,
    after?: bigint,
  ) => Promise<readonly TicketHistoryRow[] | undefined>;
  readonly heldBy: (viewer: Reader, userId: string) => Promise<readonly TicketQueueRow[] | undefined>;
}

const isOwn = ({ other }: TicketHistoryRow): boolean => other === null;

export function ticketReads(read: ReadDatabase): TicketReads {
  return {
    list: (viewer, filters) => listTicketsJson(read, viewer, filters),
    counts: (viewer) => countTickets(read, viewer),
    find: (viewer, id, asked) => ticketOf(read, viewer, id, atOf(asked)),
    history: async (viewer, id, after) => {
      const all = await ticketHistory(read, viewer, id);
      return after === undefined ? all : later(all?.filter(isOwn), after);
    },
    heldBy: (viewer, id) => holdings(read, viewer, id),
  };
}
