import type { Channel, Priority, TicketStatus, Urgency } from '#domain/ticket/words.ts';

/** A line of the queue: all that the list shows, with the names that stood at the row's position. */
export interface TicketQueueRow {
  readonly ticketId: string;
  readonly number: number;
  readonly title: string;
  readonly status: TicketStatus;
  readonly priority: Priority;
  readonly urgency: Urgency;
  readonly channel: Channel;
  readonly requesterId: string;
  readonly requesterName: string;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly roomId: string;
  readonly roomName: string;
  readonly categoryId: string | null;
  readonly categoryName: string | null;
  readonly tags: readonly string[];
  /** Public comments; internal ones are counted in `internalNotes`, which requesters are not sent. */
  readonly comments: number;
  readonly internalNotes: number;
  readonly pendingUntil: string | null;
  /** Instants are RFC 3339 in UTC, of when things happened. */
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly resolvedAt: string | null;
  /** The surviving ticket, and the status that an unmerge brings back. */
  readonly merged: { readonly into: string; readonly before: TicketStatus } | null;
  readonly revision: string;
  readonly position: string;
}
