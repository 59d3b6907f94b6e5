import { isAfter } from '#domain/time.ts';
import type { Timer } from './effects.ts';

/** A ticket that waits until a moment goes on when it has come. */
export const resumeOnTime: Timer = ({ ticketId, status, pendingUntil }, { at }) =>
  status === 'Pending' && pendingUntil !== null && !isAfter(pendingUntil, at)
    ? { command: 'resume', ticketId, cause: 'TicketPutOnHold' }
    : null;
