import type { OpenedTicket, Ticket } from './ticket.ts';
import type { Priority, Urgency } from './words.ts';

/** How the desk is run; from the configuration. */
export interface Policy {
  /** Days after which a resolved ticket closes by itself. */
  readonly closeAfterDays: number;
  /** Days within which an ended ticket may be reopened. */
  readonly reopenWithinDays: number;
}

export const SAME_REPORT_SECONDS = 20;
export const IMAGES_PER_REPORT = 4;

/** The priority that a ticket begins with, until a technician sets another. */
export const priorityFor = (urgency: Urgency): Priority => (urgency === 'critical' ? 'urgent' : urgency);

export const isOpened = (ticket: Ticket): ticket is OpenedTicket => ticket.status !== 'Unopened';

/** Still to be worked: New, Open or Pending. */
export const isActive = (ticket: Ticket): boolean => ['New', 'Open', 'Pending'].includes(ticket.status);

/** Closed, rejected, cancelled and merged tickets take no more changes of their facts. */
export const isFinished = (ticket: Ticket): boolean =>
  ['Closed', 'Rejected', 'Cancelled', 'Merged'].includes(ticket.status);
