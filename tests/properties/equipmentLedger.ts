import type { EquipmentEvent } from '#domain/equipment/events.ts';
import type { Place } from '#domain/equipment/words.ts';

/** Where a thing is by the events alone: everything that it was given to and that has not given it away. */
interface Entry {
  readonly places: readonly string[];
  /** Where it comes back to when a loan is declined. */
  readonly from: string;
}

const nowhere: Entry = { places: [], from: '' };
const keyOf = (place: Place): string => {
  const id = place.kind === 'room' ? place.roomId : place.kind === 'person' ? place.userId : place.hostId;
  return `${place.kind} ${id}`;
};
export const placeKeys = (place: Place | null): readonly string[] => (place ? [keyOf(place)] : []);
const roomKey = (roomId: string): string => `room ${roomId}`;

/** Gives it away from where it is said to be, which it has to be, and to somewhere else. */
function passed({ places, from }: Entry, giver: RegExp | string, taker: string): Entry {
  const matches = (place: string) => (typeof giver === 'string' ? place === giver : giver.test(place));
  const giving = places.filter(matches);
  if (giving.length !== 1) throw new Error(`${giving.length} of [${places.join()}] give it away, not one`);
  return { places: [...places.filter((place) => !matches(place)), taker], from: giving[0] ?? from };
}

type Of<T extends EquipmentEvent['type']> = Extract<EquipmentEvent, { type: T }>;
type Postings = { readonly [T in EquipmentEvent['type']]?: (entry: Entry, event: Of<T>) => Entry };

const ROOM = /^room/;
const ANYBODY = /^(person|room)/;
const ANYWHERE = /^(person|room|host)/;
const postings: Postings = {
  EquipmentRegistered: (_, { data }) => ({ places: [roomKey(data.roomId)], from: '' }),
  EquipmentMoved: (entry, { data }) => passed(entry, ROOM, roomKey(data.roomId)),
  EquipmentCheckedOut: (entry, { data }) => passed(entry, ROOM, keyOf(data.to)),
  CheckoutDeclined: (entry) => passed(entry, /^person/, entry.from),
  EquipmentCheckedIn: (entry, { data }) => passed(entry, ANYBODY, roomKey(data.roomId)),
  ReportedMissing: (entry) => passed(entry, ANYWHERE, 'missing'),
  EquipmentFound: (entry, { data }) => passed(entry, 'missing', roomKey(data.roomId)),
  ComponentFitted: (entry, { data }) => passed(entry, ROOM, `host ${data.hostId}`),
  ComponentRemoved: (entry, { data }) => passed(entry, `host ${data.hostId}`, roomKey(data.roomId)),
  EquipmentReinstated: (entry, { data }) => passed(entry, ROOM, roomKey(data.roomId)),
  EquipmentDisposed: (entry) => ({ ...entry, places: passed(entry, ROOM, '').places.filter(Boolean) }),
};

const isBack = (event: EquipmentEvent): event is Of<'BatchChangeTakenBack'> =>
  event.type === 'BatchChangeTakenBack';
const batchOf = ({ data }: EquipmentEvent): string | null => ('batchId' in data ? data.batchId : null);

/** Keeps the entries of one thing, and how they were before each batch that gave it away. */
export function openLedger() {
  let entry = nowhere;
  const before = new Map<string, Entry>();

  /** A batch of which nothing can be taken back begins anew. */
  function noteBatch(event: EquipmentEvent, isRemembered: boolean): void {
    const batchId = batchOf(event);
    if (batchId === null) return;
    if (!isRemembered) before.delete(batchId);
    if (event.type !== 'EquipmentDetailsCorrected' && !before.has(batchId)) before.set(batchId, entry);
  }

  return {
    post(event: EquipmentEvent, isRemembered: (batchId: string) => boolean): readonly string[] {
      if (isBack(event)) {
        entry = before.get(event.data.batchId) ?? entry;
        before.delete(event.data.batchId);
      } else {
        noteBatch(event, isRemembered(batchOf(event) ?? ''));
        const posting = postings[event.type] as ((entry: Entry, event: EquipmentEvent) => Entry) | undefined;
        entry = posting?.(entry, event) ?? entry;
      }
      return entry.places.filter((place) => place !== 'missing');
    },
  };
}
