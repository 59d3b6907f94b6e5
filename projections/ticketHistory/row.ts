import type { Visibility } from '#domain/ticket/words.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';

/** A fact that an event changed, with ids replaced by the names that stood then. Null: there was none. */
export interface Change {
  readonly field: string;
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean | null;
}

/** One event of a record: what it changed, who did it and why, and both times. */
export interface HistoryEntry {
  readonly eventId: string;
  readonly position: string;
  readonly revision: string;
  readonly type: string;
  readonly changes: readonly Change[];
  readonly actorId: string | null;
  readonly actorName: string;
  readonly actorRole: string;
  readonly command: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** Another ticket as people call it. */
export interface CalledTicket {
  readonly ticketId: string;
  readonly number: number;
  readonly title: string;
}

/** A ticket's event with the ticket's state after it; the state held from `validFrom` until `validTo` (null: still). */
export interface TicketHistoryRow extends HistoryEntry {
  readonly ticketId: string;
  /** The ticket whose own event it is, where it only touched this one; `revision` is then the one that this one had. */
  readonly other: CalledTicket | null;
  /** `internal` where the event is about an internal note, work or another thing that only staff sees. */
  readonly visibility: Visibility;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly state: TicketQueueRow;
}
