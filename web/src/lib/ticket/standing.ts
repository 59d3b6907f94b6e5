import type { TicketPageRow, TicketStatus } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';

export const steps = ['reported', 'accepted', 'resolved', 'closed'] as const;

const places: Partial<Record<TicketStatus, number>> = { New: 0, Open: 1, Pending: 1, Resolved: 2, Closed: 3 };

/** How far a ticket has come; undefined where it has left the way. */
export const reached = (status: TicketStatus): number | undefined => places[status];

/** Where a ticket stands, in a sentence for the one who reported it. */
export function standInWords(ticket: TicketPageRow, m: Messages): string {
  const { stand } = m.requesterPage;
  switch (ticket.status) {
    case 'Open':
      return ticket.assigneeName ? stand.Open(ticket.assigneeName) : stand.OpenNobody;
    case 'Pending':
      return stand.Pending(ticket.pendingReason ?? '');
    case 'Rejected':
      return stand.Rejected(ticket.reason ?? '');
    default:
      return stand[ticket.status];
  }
}
