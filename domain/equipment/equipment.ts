import type { Aggregate } from '../event.ts';
import type { UserId, BatchId, ImageId, RoomId, TicketId } from '../ids.ts';
import type { Details, EquipmentEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Undoable } from './undoable.ts';
import type { Borrower, Condition, EquipmentImageKind, Place, Repetition } from './words.ts';

export type Acceptance = 'notAsked' | 'awaiting' | 'accepted';

export interface Loan {
  readonly to: Borrower;
  /** RFC 3339 full-date. */
  readonly dueOn: string | null;
  readonly condition: Condition;
  readonly acceptance: Acceptance;
  readonly since: string;
  /** The room it was lent from, and comes back to when the loan is declined. */
  readonly from: RoomId;
}

export interface Repair {
  readonly ticketId: TicketId | null;
  readonly vendor: string;
  readonly since: string;
}

export interface Maintenance {
  readonly repetition: Repetition;
  readonly startsOn: string;
  readonly checklist: readonly string[];
  readonly lastDoneOn: string | null;
}

/** Where a thing stands in its life; each has only what it then can have. */
export type Standing =
  | { readonly stage: 'InStock'; readonly place: Extract<Place, { kind: 'room' | 'host' }> }
  | { readonly stage: 'CheckedOut'; readonly loan: Loan }
  /** In repair it may still be lent: then it goes back to whoever has it. */
  | { readonly stage: 'InRepair'; readonly repair: Repair; readonly until: InUse }
  /** A repair ends where the thing gets lost. */
  | { readonly stage: 'Missing'; readonly lastSeen: InUse | Retired; readonly since: string }
  | {
      readonly stage: 'Retired';
      readonly place: Extract<Place, { kind: 'room' | 'host' }>;
      readonly reason: string;
    }
  | { readonly stage: 'Disposed' }
  | { readonly stage: 'Withdrawn' };
export type InUse = Extract<Standing, { stage: 'InStock' | 'CheckedOut' }>;
type Retired = Extract<Standing, { stage: 'Retired' }>;
export type Stage = Standing['stage'];

export interface RegisteredEquipment {
  readonly status: 'Registered';
  readonly tag: string;
  readonly details: Details;
  readonly standing: Standing;
  readonly condition: Condition;
  readonly maintenance: Maintenance | null;
  readonly images: Readonly<Record<ImageId, EquipmentImageKind>>;
  readonly labelledAt: string | null;
  /** The batches that can be taken back, the last first. */
  readonly undoable: readonly Undoable[];
  /** The batch that was last taken back. */
  readonly takenBack: BatchId | null;
  readonly registeredBy: UserId | null;
}
export type Equipment = { readonly status: 'Unregistered' } | RegisteredEquipment;

export const equipment: Aggregate<Equipment, EquipmentEvent> = {
  category: 'equipment',
  initial: { status: 'Unregistered' },
  evolve,
};

export const isRegistered = (state: Equipment | undefined): state is RegisteredEquipment =>
  state?.status === 'Registered';
