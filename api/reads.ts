import type { Policy } from '#domain/ticket/rules.ts';
import { userId } from '#domain/ids.ts';
import { findCategory, listCategories } from '#projections/categories/query.ts';
import type { ReadDatabase, Viewer as Reader } from '#projections/readDatabase.ts';
import { roomBoard } from '#projections/roomBoard/query.ts';
import { findRoom, listRooms } from '#projections/rooms/query.ts';
import { publicFactsOf } from '#projections/equipmentPage/publicFacts.ts';
import { audienceOf } from '#projections/ticketAudience/query.ts';
import { countTickets } from '#projections/ticketCounts/query.ts';
import { namingTickets } from '#projections/ticketPage/namingTickets.ts';
import { survivorsOf } from '#projections/ticketPage/survivors.ts';
import { ticketOf } from '#projections/ticketPage/query.ts';
import { dueTickets, ticketsByIds } from '#projections/ticketQueue/query.ts';
import { findUser, listUsers, userByEmail } from '#projections/users/query.ts';
import type { PublicScan, RoomBoardRow } from './contract/equipment.ts';
import type { People } from './auth/createAuth.ts';
import type { CategoryRow, RoomRow, TicketQueueRow, UserRow } from './contract/rows.ts';
import { given } from './given.ts';
import type { LiveReads } from './live/server.ts';
import { batchReads, type BatchReads } from './reads/batches.ts';
import { settingsReads, stocktakeReads, type SettingsReads, type StocktakeReads } from './reads/desk.ts';
import { historyOf } from './reads/history.ts';
import { equipmentReads, type EquipmentReads } from './reads/equipment.ts';
import { ticketReads, type TicketReads } from './reads/tickets.ts';
import type { CategoryFilters } from './routes/categories.ts';
import type { RecordReads } from './routes/records.ts';
import type { RoomFilters } from './routes/rooms.ts';
import type { UserFilters } from './routes/users.ts';

type PublicFacts = Pick<PublicScan, 'name' | 'category' | 'room'>;

/** What the API reads, by the queries of the projections. */
export interface Reads {
  readonly people: People;
  readonly tickets: TicketReads;
  readonly rooms: RecordReads<RoomRow, RoomFilters>;
  readonly categories: RecordReads<CategoryRow, CategoryFilters>;
  readonly users: RecordReads<UserRow, UserFilters>;
  readonly equipment: EquipmentReads;
  readonly stocktakes: StocktakeReads;
  readonly settings: SettingsReads;
  readonly batches: BatchReads;
  /** What anybody may know of the thing with a tag; nothing where there is none. */
  readonly publicFacts: (tag: string) => Promise<PublicFacts>;
  readonly roomBoard: (
    viewer: Reader,
    at: { readonly asOf?: string | undefined },
  ) => Promise<readonly RoomBoardRow[] | undefined>;
  readonly live: LiveReads;
  readonly dueTickets: (at: string) => Promise<readonly TicketQueueRow[]>;
}

/** The desk itself reads what administrators read. */
const DESK: Reader = { userId: userId.parse('00000000-0000-4000-8000-000000000000'), role: 'admin' };

const liveReads = (
  read: ReadDatabase,
  { tickets, equipment, stocktakes }: Pick<Reads, 'tickets' | 'equipment' | 'stocktakes'>,
): LiveReads => ({
  thing: equipment.find,
  thingHistory: equipment.history,
  things: equipment.byIds,
  stocktake: stocktakes.find,
  ticket: (viewer, id) => ticketOf(read, viewer, id),
  history: tickets.history,
  survivors: (ids) => survivorsOf(read, ids),
  naming: (ids) => namingTickets(read, ids),
  queueRows: (viewer, ids) => ticketsByIds(read, viewer, ids),
  counts: async () => (await countTickets(read, DESK)) ?? [],
  audience: (ids) => audienceOf(read, ids),
});

/** `now` gives an instant, RFC 3339 in UTC. */
export function createReads(read: ReadDatabase, policy: Policy, now: () => string): Reads {
  const tickets = ticketReads(read);
  const equipment = equipmentReads(read, now);
  const stocktakes = stocktakeReads(read);
  return {
    tickets,
    equipment,
    batches: batchReads(read),
    stocktakes,
    settings: settingsReads(read),
    publicFacts: (tag) => publicFactsOf(read, tag),
    roomBoard: (viewer, at) => roomBoard(read, viewer, at),
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
    live: liveReads(read, { tickets, equipment, stocktakes }),
    dueTickets: async (at) => {
      const { resume, close } = await dueTickets(read, at, policy);
      return ticketsByIds(read, DESK, [...resume, ...close]);
    },
  };
}
