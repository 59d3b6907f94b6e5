import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#api/contract/live.ts';
import type {
  EquipmentHistoryRow,
  EquipmentPageRow,
  EquipmentRow,
  StocktakePageRow,
  TicketAudienceRow,
  TicketCountRow,
  TicketHistoryRow,
  TicketQueueRow,
} from '#api/contract/rows.ts';
import type { Viewer } from '#api/http/route.ts';
import type { TicketRead } from '#projections/ticketPage/query.ts';

/** A record that has changed: from which revision on, and what was said, redacted or scanned. */
export interface Touched {
  readonly kind: 'ticket' | 'thing' | 'stocktake';
  readonly id: string;
  /** Null: only what its page shows of others. */
  readonly fromRevision: string | null;
  /** The newest. */
  readonly revision: string;
  readonly said: readonly string[];
  /** Those who are no more of its audience. */
  readonly left: readonly string[];
  /** Those who have it now, where its row tells. */
  readonly theirs: readonly string[];
  /** The ticket that it is or was merged into. */
  readonly into: readonly string[];
  /** Its title or its status has changed, which the pages of other records tell too. */
  readonly calledAnew: boolean;
}

/** A screen of one record, by what it is of. */
export type RecordNamed = Pick<Touched, 'kind' | 'id'>;

/** Between the processes: the one that projects tells the others what their sockets may have to be told. */
interface BetweenServers {
  touched: (touched: readonly Touched[], position: string) => void;
  userChanged: (userId: string) => void;
}

export interface SocketData {
  viewer: Viewer;
}

export type LiveServer = Server<ClientToServer, ServerToClient, BetweenServers, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, BetweenServers, SocketData>;

type Reader = Pick<Viewer, 'userId' | 'role'>;

/** What the live screens read, by the same queries as the API. */
export interface LiveReads {
  readonly ticket: (viewer: Reader, ticketId: string) => Promise<TicketRead | undefined>;
  readonly history: (
    viewer: Reader,
    ticketId: string,
    after: bigint,
  ) => Promise<readonly TicketHistoryRow[] | undefined>;
  readonly queueRows: (viewer: Reader, ticketIds: readonly string[]) => Promise<readonly TicketQueueRow[]>;
  /** By each of the tickets: those that it was merged into, also by way of others. */
  readonly survivors: (ticketIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
  /** Things and tickets whose pages tell what these tickets are called. */
  readonly naming: (ticketIds: readonly string[]) => Promise<readonly RecordNamed[]>;
  readonly counts: () => Promise<readonly TicketCountRow[]>;
  readonly audience: (ticketIds: readonly string[]) => Promise<readonly TicketAudienceRow[]>;
  readonly thing: (
    viewer: Reader,
    equipmentId: string,
  ) => Promise<{ readonly equipment: EquipmentPageRow } | undefined>;
  readonly thingHistory: (
    viewer: Reader,
    equipmentId: string,
    after: bigint,
  ) => Promise<readonly EquipmentHistoryRow[] | undefined>;
  readonly things: (viewer: Reader, equipmentIds: readonly string[]) => Promise<readonly EquipmentRow[]>;
  readonly stocktake: (viewer: Reader, stocktakeId: string) => Promise<StocktakePageRow | undefined>;
}
