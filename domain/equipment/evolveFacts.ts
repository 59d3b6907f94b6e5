import type { Happened } from '../event.ts';
import type { Maintenance, RegisteredEquipment } from './equipment.ts';
import type { EquipmentEvent } from './events.ts';

type Event<T extends EquipmentEvent['type']> = Extract<EquipmentEvent, { type: T }>;
type Change = Partial<Omit<RegisteredEquipment, 'standing' | 'undoable'>> | undefined;

/** Events that change what is known of a thing, wherever it is. */
type FactEvent = Event<
  | 'EquipmentRetagged'
  | 'EquipmentDetailsCorrected'
  | 'MaintenancePlanned'
  | 'MaintenanceDone'
  | 'EquipmentImageAttached'
  | 'EquipmentImageRemoved'
  | 'LabelPrinted'
>;
type Folds = {
  readonly [T in FactEvent['type']]: (state: RegisteredEquipment, event: Happened<Event<T>>) => Change;
};

function planned(
  { maintenance }: RegisteredEquipment,
  { data, at }: Happened<Event<'MaintenancePlanned'>>,
): Maintenance | null {
  const { repetition, checklist } = data;
  if (!repetition) return null;
  const startsOn = data.startsOn ?? at.slice(0, 10);
  return { repetition, startsOn, checklist, lastDoneOn: maintenance?.lastDoneOn ?? null };
}

/** A day before the last one is learnt late and changes no plan. */
function maintained({ maintenance }: RegisteredEquipment, doneOn: string): Change {
  if (!maintenance || (maintenance.lastDoneOn ?? '') >= doneOn) return undefined;
  return { maintenance: { ...maintenance, lastDoneOn: doneOn } };
}

function withoutImage({ images }: RegisteredEquipment, imageId: string): Change {
  return {
    images: Object.fromEntries(Object.entries(images).filter(([id]) => id !== imageId)),
  };
}

const folds: Folds = {
  EquipmentRetagged: (_, { data }) => ({ tag: data.tag }),
  EquipmentDetailsCorrected: (_, { data: { batchId: _batch, ...details } }) => ({ details }),
  MaintenancePlanned: (state, event) => ({ maintenance: planned(state, event) }),
  MaintenanceDone: (state, { data }) => maintained(state, data.doneOn),
  EquipmentImageAttached: ({ images }, { data }) => ({ images: { ...images, [data.imageId]: data.kind } }),
  EquipmentImageRemoved: (state, { data }) => withoutImage(state, data.imageId),
  LabelPrinted: (_, { at }) => ({ labelledAt: at }),
};

const isFact = (event: Happened<EquipmentEvent>): event is Happened<FactEvent> => event.type in folds;

/** What an event changes of what is known of a thing; undefined where it changes nothing of that. */
export function evolveFacts(state: RegisteredEquipment, event: Happened<EquipmentEvent>): Change {
  if (!isFact(event)) return undefined;
  const fold = folds[event.type] as (state: RegisteredEquipment, event: Happened<FactEvent>) => Change;
  return fold(state, event);
}
