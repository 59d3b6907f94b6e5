import type { OpenedTicket } from './ticket.ts';
import type { TicketStatus } from './words.ts';

/** What decides which commands a ticket takes; a state of the aggregate and a row of a screen both give it. */
export interface TicketOutline {
  readonly status: TicketStatus;
  readonly requesterId: string;
  readonly assigneeId: string | null;
  readonly watchers: readonly string[];
  readonly pendingUntil: string | null;
  /** When it was resolved, closed, rejected or cancelled, whichever came last. */
  readonly endedAt: string | null;
  /** Has its last resolution been rated? */
  readonly rated: boolean;
}

function endedAt(ticket: OpenedTicket): string | null {
  switch (ticket.status) {
    case 'Resolved':
      return ticket.resolvedAt;
    case 'Closed':
      return ticket.closedAt;
    case 'Rejected':
    case 'Cancelled':
      return ticket.endedAt;
    case 'New':
    case 'Open':
    case 'Pending':
    case 'Merged':
      return null;
    default:
      return ticket satisfies never;
  }
}

export const outlineOf = (ticket: OpenedTicket): TicketOutline => ({
  status: ticket.status,
  requesterId: ticket.requesterId,
  assigneeId: ticket.assigneeId,
  watchers: ticket.watchers,
  pendingUntil: ticket.status === 'Pending' ? ticket.until : null,
  endedAt: endedAt(ticket),
  rated: 'rated' in ticket && ticket.rated,
});
