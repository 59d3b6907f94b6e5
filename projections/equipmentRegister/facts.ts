import type { RegisteredEquipment } from '#domain/equipment/equipment.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import type { RecordedOf } from '#projections/projection.ts';
import type { EquipmentFacts, EquipmentLine } from './line.ts';

export type EquipmentRecorded = RecordedOf<EquipmentEvent['type']>;

const NONE: Omit<EquipmentFacts, 'number' | 'state'> = {
  hosts: false,
  images: [],
  loan: null,
  repairNote: '',
  disposal: null,
};

function imagesAfter(
  { images }: Pick<EquipmentFacts, 'images'>,
  { images: kinds }: RegisteredEquipment,
  at: string,
): EquipmentFacts['images'] {
  const attached = new Map(images.map(({ imageId, attachedAt }) => [imageId, attachedAt]));
  return Object.entries(kinds).map(([imageId, kind]) => ({
    imageId,
    kind,
    attachedAt: attached.get(imageId) ?? at,
  }));
}

/** What an event tells that the state does not keep. */
function toldBy(event: EquipmentRecorded, { loan }: EquipmentFacts): Partial<EquipmentFacts> {
  if (event.type === 'EquipmentCheckedOut')
    return { loan: { note: event.data.note, signatureId: null, acceptedAt: null, termsVersion: null } };
  if (event.type === 'CheckoutAccepted')
    return { loan: { note: loan?.note ?? '', acceptedAt: event.at, ...event.data } };
  if (event.type === 'RepairStarted') return { repairNote: event.data.note };
  return event.type === 'EquipmentDisposed' ? { disposal: event.data.method } : {};
}

export function factsAfter(
  line: EquipmentLine | null,
  state: RegisteredEquipment,
  event: EquipmentRecorded,
): EquipmentFacts {
  const facts = line?.facts ?? { number: Number(event.position), state, ...NONE };
  const images = state.images === facts.state.images ? facts.images : imagesAfter(facts, state, event.at);
  // An event that the state takes no notice of made no sense where the thing then stood.
  const told = state === facts.state ? {} : toldBy(event, facts);
  return { ...facts, images, ...told, state };
}
