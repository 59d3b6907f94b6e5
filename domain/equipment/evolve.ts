import type { Happened } from '../event.ts';
import type { BatchId } from '../ids.ts';
import type { Equipment, RegisteredEquipment, Undoable } from './equipment.ts';
import type { EquipmentEvent } from './events.ts';
import { evolveFacts } from './evolveFacts.ts';
import { evolveStanding, inRoom } from './evolveStanding.ts';

type Of<T extends EquipmentEvent['type']> = Happened<Extract<EquipmentEvent, { type: T }>>;

/** Folds one event into a thing. Total: an event that makes no sense at a stage leaves the thing as it is. */
export function evolve(state: Equipment, event: Happened<EquipmentEvent>): Equipment {
  if (state.status === 'Unregistered')
    return event.type === 'EquipmentRegistered' ? registered(event) : state;
  if (event.type === 'BatchChangeTakenBack') return takenBack(state, event.data.batchId);
  const change = evolveStanding(state, event) ?? evolveFacts(state, event);
  if (!change) return state;
  return { ...state, ...change, undoable: undoableAfter(state, change, event) };
}

function registered({ data, by }: Of<'EquipmentRegistered'>): RegisteredEquipment {
  const { tag, roomId, batchId, ...details } = data;
  return {
    status: 'Registered',
    tag,
    details,
    standing: inRoom(roomId),
    condition: 'good',
    maintenance: null,
    images: {},
    labelledAt: null,
    undoable: batchId && { batchId, before: null, beneath: null },
    takenBack: null,
    registeredBy: by,
  };
}

function takenBack(state: RegisteredEquipment, batchId: BatchId): RegisteredEquipment {
  const { undoable } = state;
  if (undoable?.batchId !== batchId) return state;
  const before = undoable.before ?? { standing: { stage: 'Withdrawn' } };
  return { ...state, ...before, undoable: undoable.beneath, takenBack: batchId };
}

const batchOf = ({ data }: EquipmentEvent): BatchId | null => ('batchId' in data ? data.batchId : null);

/** How many batches are remembered, each on top of the one before. */
const DEEPEST = 8;

function topmost(undoable: Undoable | null, count: number): Undoable | null {
  if (undoable === null || count === 0) return null;
  return { ...undoable, beneath: topmost(undoable.beneath, count - 1) };
}

/** What is known of it has changed: its registering is not taken back any more. */
function withoutRegistering(undoable: Undoable | null): Undoable | null {
  if (!undoable?.before) return null;
  return { ...undoable, beneath: withoutRegistering(undoable.beneath) };
}

function undoableAfter(
  { undoable, standing, condition, labelledAt }: RegisteredEquipment,
  change: Partial<RegisteredEquipment>,
  event: EquipmentEvent,
): Undoable | null {
  const batchId = batchOf(event);
  if (batchId && undoable?.batchId === batchId) return undoable;
  if (batchId) {
    const beneath = topmost(undoable, DEEPEST - 1);
    return { batchId, before: { standing, condition, labelledAt }, beneath };
  }
  return 'standing' in change || 'labelledAt' in change ? null : withoutRegistering(undoable);
}
