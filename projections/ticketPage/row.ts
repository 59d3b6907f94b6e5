import type { FieldValues } from '#domain/category/fields.ts';
import type { ImageKind } from '#domain/ticket/words.ts';
import type { CalledTicket } from '#projections/ticketHistory/row.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';

/** What a ticket's page shows beside its line in the queue, with ids where it shows names. */
export interface TicketFactsRow {
  readonly ticketId: string;
  readonly requesterId: string;
  readonly description: string;
  readonly fields: FieldValues;
  readonly pendingReason: string | null;
  readonly resolution: string | null;
  /** Why it was rejected, cancelled or reopened last. */
  readonly reason: string | null;
  readonly closedAt: string | null;
  /** When it was resolved, closed, rejected or cancelled, whichever came last; null while it is worked. */
  readonly endedAt: string | null;
  readonly watchers: readonly string[];
  readonly equipmentIds: readonly string[];
  readonly related: readonly string[];
  /** Tickets that were related to this one from their side. */
  readonly relatedBy: readonly string[];
  readonly images: readonly {
    readonly imageId: string;
    readonly kind: ImageKind;
    readonly by: string | null;
  }[];
  readonly checklist: readonly { readonly itemId: string; readonly text: string; readonly ticked: boolean }[];
  readonly minutesWorked: number;
  readonly rating: { readonly score: number; readonly comment: string } | null;
  readonly merged: boolean;
}

/** All of one ticket but its conversation, which is in rows of its own. */
export interface TicketPageRow
  extends TicketQueueRow, Omit<TicketFactsRow, 'watchers' | 'related' | 'relatedBy' | 'merged'> {
  readonly watchers: readonly { readonly userId: string; readonly name: string }[];
  /** Those that the reader may read, like `mergedFrom`; a relation is taken back on the ticket that made it. */
  readonly related: readonly (CalledTicket & { readonly madeHere: boolean })[];
  readonly mergedInto: CalledTicket | null;
  readonly mergedFrom: readonly string[];
  /** Those of `mergedFrom`, as people call them. */
  readonly mergedTickets: readonly CalledTicket[];
  /** The things of `equipmentIds`, as people call them. */
  readonly equipment: readonly {
    readonly equipmentId: string;
    readonly tag: string;
    readonly name: string;
  }[];
}
