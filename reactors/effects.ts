import type { TicketEvent } from '#domain/ticket/events.ts';
import type { Moment } from '#domain/ticket/possible.ts';
import type { TicketStatus } from '#domain/ticket/words.ts';

/** A ticket for which the time may have come. Instants are RFC 3339 in UTC. */
export interface DueTicket {
  readonly ticketId: string;
  readonly status: TicketStatus;
  readonly pendingUntil: string | null;
  readonly resolvedAt: string | null;
}

/** A command that the desk gives by itself. */
export interface Effect {
  readonly command: 'resume' | 'close';
  readonly ticketId: string;
  /** The kind of event whose last occurrence on the ticket is the cause. */
  readonly cause: TicketEvent['type'];
}

/** What follows from a ticket at a moment, if anything. */
export type Timer = (ticket: DueTicket, moment: Moment) => Effect | null;
