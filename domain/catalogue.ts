import { categoryEvents, type CategoryEvent } from './category/events.ts';
import { roomEvents, type RoomEvent } from './room/events.ts';
import { ticketEvents, type TicketEvent } from './ticket/events.ts';
import { claimEvents, sequenceEvents, type ClaimEvent, type SequenceEvent } from './uniqueness.ts';
import { signInEvents, userEvents, type SignInEvent, type UserEvent } from './user/events.ts';

/** Every kind of event that the journal may hold, by its type. */
export const catalogue = {
  ...ticketEvents,
  ...roomEvents,
  ...categoryEvents,
  ...userEvents,
  ...signInEvents,
  ...sequenceEvents,
  ...claimEvents,
} as const;

export type DomainEvent =
  TicketEvent | RoomEvent | CategoryEvent | UserEvent | SignInEvent | SequenceEvent | ClaimEvent;
export type EventType = DomainEvent['type'];
