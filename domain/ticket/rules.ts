import type { UserId } from '../ids.ts';
import type { Actor } from '../role.ts';
import { daysAfter, isAfter } from '../time.ts';
import type { OpenedTicket, Ticket } from './ticket.ts';
import type { ImageKind, Priority, TicketStatus, Urgency, Visibility } from './words.ts';

/** How the desk is run; from the configuration. */
export interface Policy {
  /** Days after which a resolved ticket closes by itself. */
  readonly closeAfterDays: number;
  /** Days within which an ended ticket may be reopened. */
  readonly reopenWithinDays: number;
}

export const SAME_REPORT_SECONDS = 20;
export const IMAGES_PER_REPORT = 4;

export const imageLimit: Readonly<Record<ImageKind, number>> = {
  problem: IMAGES_PER_REPORT,
  before: 12,
  after: 12,
};

/** The priority that a ticket begins with, until a technician sets another. */
export const priorityFor = (urgency: Urgency): Priority => (urgency === 'critical' ? 'urgent' : urgency);

/** While nobody works the ticket, its priority goes with the urgency that the requester gives. */
export const priorityFollows = (ticket: OpenedTicket): boolean =>
  ticket.status === 'New' && ticket.priority === priorityFor(ticket.urgency);

export const isOpened = (ticket: Ticket): ticket is OpenedTicket => ticket.status !== 'Unopened';

/** Still to be worked. */
export const isActive = (ticket: Ticket): boolean =>
  ticket.status === 'New' || ticket.status === 'Open' || ticket.status === 'Pending';

export const relates = (ticket: Ticket, other: string): boolean =>
  isOpened(ticket) && ticket.related.some((id) => id === other);

/** Closed, rejected, cancelled and merged tickets take no more changes of their facts. */
export const isFinished = (status: TicketStatus): boolean =>
  status === 'Closed' || status === 'Rejected' || status === 'Cancelled' || status === 'Merged';

/** When a resolved ticket closes by itself. */
export const autoCloseAt = (resolvedAt: string, { closeAfterDays }: Policy): string =>
  daysAfter(resolvedAt, closeAfterDays);

export const mayReopen = (endedAt: string, at: string, { reopenWithinDays }: Policy): boolean =>
  !isAfter(at, daysAfter(endedAt, reopenWithinDays));

/** Two reports are the same when one person reports the same title for the same room. */
export const sameReport = (requesterId: UserId, roomId: string, title: string): string =>
  [requesterId, roomId, title.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ')].join('|');

/** A ticket that waits goes on when its requester answers. */
export const endsWaiting = (ticket: OpenedTicket, actor: Actor, visibility: Visibility): boolean =>
  ticket.status === 'Pending' &&
  visibility === 'public' &&
  actor.kind === 'person' &&
  actor.userId === ticket.requesterId;
