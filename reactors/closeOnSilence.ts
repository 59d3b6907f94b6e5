import { autoCloseAt } from '#domain/ticket/rules.ts';
import { isAfter } from '#domain/time.ts';
import type { Timer } from './effects.ts';

/** A resolved ticket closes when nobody has reopened it for some days. */
export const closeOnSilence: Timer = ({ ticketId, status, resolvedAt }, { at, policy }) =>
  status === 'Resolved' && resolvedAt !== null && !isAfter(autoCloseAt(resolvedAt, policy), at)
    ? { command: 'close', ticketId, cause: 'TicketResolved' }
    : null;
