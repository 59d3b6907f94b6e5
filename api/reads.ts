import type { Policy } from '#domain/ticket/rules.ts';
import { userId } from '#domain/ids.ts';
import { findCategory, listCategories } from '#projections/categories/query.ts';
import type { ReadDatabase, Viewer as Reader } from '#projections/readDatabase.ts';
import { recordHistory } from '#projections/recordHistory/query.ts';
import { findRoom, listRooms } from '#projections/rooms/query.ts';
import { audienceOf } from '#projections/ticketAudience/query.ts';
import { countTickets } from '#projections/ticketCounts/query.ts';
import { ticketHistory } from '#projections/ticketHistory/query.ts';
import { ticketOf, type TicketRead } from '#projections/ticketPage/query.ts';
import { dueTickets, holdings, listTicketsJson, ticketsByIds } from '#projections/ticketQueue/query.ts';
import { findUser, listUsers, userByEmail } from '#projections/users/query.ts';
import type { People } from './auth/createAuth.ts';
import type {
  CategoryRow,
  HistoryEntry,
  RoomRow,
  TicketCountRow,
  TicketHistoryRow,
  TicketQueueRow,
  UserRow,
} from './contract/rows.ts';
import { given } from './given.ts';
import type { LiveReads } from './live/server.ts';
import type { CategoryFilters } from './routes/categories.ts';
import type { RecordReads } from './routes/records.ts';
import type { RoomFilters } from './routes/rooms.ts';
import type { TicketFilters } from './routes/tickets/filters.ts';
import type { UserFilters } from './routes/users.ts';

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

/** What the API reads, by the queries of the projections. */
export interface Reads {
  readonly people: People;
  readonly tickets: TicketReads;
  readonly rooms: RecordReads<RoomRow, RoomFilters>;
  readonly categories: RecordReads<CategoryRow, CategoryFilters>;
  readonly users: RecordReads<UserRow, UserFilters>;
  readonly live: LiveReads;
  readonly dueTickets: (at: string) => Promise<readonly TicketQueueRow[]>;
}

/** The desk itself reads what administrators read. */
const DESK: Reader = { userId: userId.parse('00000000-0000-4000-8000-000000000000'), role: 'admin' };

const later = <R extends HistoryEntry>(rows: readonly R[] | undefined, after = -1n): R[] | undefined =>
  rows?.filter(({ revision }) => BigInt(revision) > after);

function ticketReads(read: ReadDatabase): TicketReads {
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

const historyOf =
  (read: ReadDatabase, kind: 'room' | 'category' | 'user') =>
  async (viewer: Reader, recordId: string, after?: bigint) =>
    later(await recordHistory(read, viewer, { kind, recordId }), after);

const liveReads = (read: ReadDatabase, tickets: TicketReads): LiveReads => ({
  ticket: (viewer, id) => ticketOf(read, viewer, id),
  history: tickets.history,
  queueRows: (viewer, ids) => ticketsByIds(read, viewer, ids),
  counts: async () => (await countTickets(read, DESK)) ?? [],
  audience: (ids) => audienceOf(read, ids),
});

export function createReads(read: ReadDatabase, policy: Policy): Reads {
  const tickets = ticketReads(read);
  return {
    tickets,
    people: {
      find: (id) => findUser(read, DESK, id),
      byEmail: (email) => userByEmail(read, email),
      administrators: async () => {
        const { items } = await listUsers(read, DESK, { role: 'admin', limit: 2 });
        return items.map((admin) => admin.userId);
      },
    },
    rooms: {
      list: (viewer, filters) => listRooms(read, viewer, given(filters)),
      find: (viewer, id) => findRoom(read, viewer, id),
      history: historyOf(read, 'room'),
    },
    categories: {
      list: (viewer, filters) => listCategories(read, viewer, given(filters)),
      find: (viewer, id) => findCategory(read, viewer, id),
      history: historyOf(read, 'category'),
    },
    users: {
      list: (viewer, filters) => listUsers(read, viewer, given(filters)),
      find: (viewer, id) => findUser(read, viewer, id),
      history: historyOf(read, 'user'),
    },
    live: liveReads(read, tickets),
    dueTickets: async (at) => {
      const { resume, close } = await dueTickets(read, at, policy);
      return ticketsByIds(read, DESK, [...resume, ...close]);
    },
  };
}
