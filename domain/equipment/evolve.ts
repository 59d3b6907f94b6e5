import type { Happened } from '../event.ts';
import type { BatchId } from '../ids.ts';
import type { Equipment, RegisteredEquipment } from './equipment.ts';
import type { EquipmentEvent } from './events.ts';
import { evolveFacts } from './evolveFacts.ts';
import { evolveStanding, inRoom } from './evolveStanding.ts';
import { undoableAfter, undone } from './undoing.ts';

type Of<T extends EquipmentEvent['type']> = Happened<Extract<EquipmentEvent, { type: T }>>;

/** Folds one event into a thing. Total: an event that makes no sense at a stage leaves the thing as it is. */
export function evolve(state: Equipment, event: Happened<EquipmentEvent>): Equipment {
  if (state.status === 'Unregistered')
    return event.type === 'EquipmentRegistered' ? registered(event) : state;
  if (event.type === 'BatchChangeTakenBack') return undone(state, event.data.batchId);
  const change = evolveStanding(state, event) ?? evolveFacts(state, event);
  if (!change) return state;
  return { ...state, ...change, undoable: undoableAfter(state, change, batchOf(event)) };
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
    undoable: batchId ? [{ batchId, before: null }] : [],
    takenBack: null,
    registeredBy: by,
  };
}

const batchOf = ({ data }: EquipmentEvent): BatchId | null => ('batchId' in data ? data.batchId : null);
