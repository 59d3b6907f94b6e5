import type { TicketCountRow } from '#projections/ticketCounts/row.ts';
import type { Problem } from './problem.ts';

/**
 * What a client may watch; ids are uuids. `counts` is what `queue` is told of counts, without its rows. `equipment` is for staff the register, for requesters what is lent to them.
 */
export type Screen =
  | {
      readonly screen:
        | 'queue'
        | 'counts'
        | 'mine'
        | 'rooms'
        | 'categories'
        | 'users'
        | 'equipment'
        | 'stocktakes'
        | 'batches'
        | 'settings';
    }
  | { readonly screen: 'ticket'; readonly ticketId: string }
  | { readonly screen: 'thing'; readonly equipmentId: string }
  | { readonly screen: 'stocktake'; readonly stocktakeId: string };

export type WatchAnswer =
  { readonly ok: true; readonly position: string } | { readonly ok: false; readonly problem: Problem };

export type LiveTable =
  | 'ticket_queue'
  | 'ticket_page'
  | 'ticket_conversation'
  | 'ticket_history'
  | 'rooms'
  | 'categories'
  | 'users'
  /** An `EquipmentRow`, on the screen `equipment`. */
  | 'equipment_register'
  /** The `EquipmentPageRow` and the new `EquipmentHistoryRow`s, on the screen `thing`. */
  | 'equipment_page'
  | 'equipment_history'
  /** A `StocktakeRow`, on the screens `stocktakes` and `stocktake`. */
  | 'stocktakes'
  /** A `StocktakeScan`, new or undone, on the screen `stocktake`. */
  | 'stocktake_scans'
  /** The whole `StocktakePageRow`, once it is over, on the screen `stocktake`. */
  | 'stocktake_page'
  | 'batches'
  | 'settings';

/** A row as the API would give it to this viewer; null: it is gone, or not the viewer's any more. */
export interface Changed {
  readonly table: LiveTable;
  readonly key: string;
  readonly row: Readonly<Record<string, unknown>> | null;
  readonly revision: string;
  readonly position: string;
}

/**
 * A socket that the server disconnects without `signedOut` has an access token that is too old, or the role
 * has changed: refresh the session, connect and watch again.
 */
export interface ServerToClient {
  readonly changed: (change: Changed) => void;
  readonly counts: (counts: {
    readonly counts: readonly TicketCountRow[];
    readonly position: string;
  }) => void;
  /** Many rows of the table have changed at once: fetch again. */
  readonly refresh: (table: { readonly table: LiveTable; readonly position: string }) => void;
  readonly signedOut: (nothing: Readonly<Record<string, never>>) => void;
}

export interface ClientToServer {
  readonly watch: (screen: Screen, answer: (answer: WatchAnswer) => void) => void;
  readonly unwatch: (screen: Screen, answer: (answer: WatchAnswer) => void) => void;
}
