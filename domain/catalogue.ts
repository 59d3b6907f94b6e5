import { batchEvents, type BatchEvent } from './batch/events.ts';
import { categoryEvents, type CategoryEvent } from './category/events.ts';
import { equipmentEvents, type EquipmentEvent } from './equipment/events.ts';
import { guardEvents, type GuardEvent } from './guard.ts';
import { roomEvents, type RoomEvent } from './room/events.ts';
import { settingsEvents, type SettingsEvent } from './settings/events.ts';
import { stocktakeEvents, type StocktakeEvent } from './stocktake/events.ts';
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
  ...equipmentEvents,
  ...stocktakeEvents,
  ...batchEvents,
  ...settingsEvents,
  ...sequenceEvents,
  ...claimEvents,
  ...guardEvents,
} as const;

export type DomainEvent =
  | TicketEvent
  | RoomEvent
  | CategoryEvent
  | UserEvent
  | SignInEvent
  | EquipmentEvent
  | StocktakeEvent
  | BatchEvent
  | SettingsEvent
  | SequenceEvent
  | ClaimEvent
  | GuardEvent;
export type EventType = DomainEvent['type'];
