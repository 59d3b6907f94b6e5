import { categoryId, roomId, streamOf, userId, type UserId } from '#domain/ids.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { inventory, type DemoThing } from '#cli/demo/inventory.ts';
import { people, technicians } from '#cli/demo/people.ts';
import { demoId, type Random } from '#cli/demo/random.ts';
import { rooms } from '#cli/demo/rooms.ts';
import { categoryOf } from '#cli/demo/things.ts';
import type { Write } from './seed.ts';

const DAY = 86_400_000;
/** What has been through more than any other thing. */
export const OLD_TIMER = { tag: 'LIFE-500', id: demoId('bench thing LIFE-500'), events: 500 };

const one = <T>(items: readonly T[], random: Random): T =>
  random.pick(items as unknown as readonly [T, ...T[]]);

function registered(like: DemoThing, tag: string): EquipmentEvent {
  const { maker, model, serial, cost, purchasedOn, warrantyUntil, kind, room } = like;
  return {
    type: 'EquipmentRegistered',
    data: {
      ...{ tag, name: `${maker} ${model}`, serial: `${serial}${tag}`, model, maker, vendor: 'Harbour IT' },
      ...{ purchasedOn, warrantyUntil, cost, currency: 'EUR', fields: {}, batchId: null },
      depreciation: { method: 'straightLine', months: kind.months, residual: 0 },
      categoryId: categoryId.parse(categoryOf(kind)),
      roomId: roomId.parse(room.id),
    },
  };
}

const moved = (random: Random): EquipmentEvent => ({
  type: 'EquipmentMoved',
  data: { roomId: roomId.parse(one(rooms, random).id), batchId: null },
});

function lent(random: Random): EquipmentEvent[] {
  const borrower: UserId = userId.parse(one(people, random).id);
  const out: EquipmentEvent = {
    type: 'EquipmentCheckedOut',
    data: {
      ...{ to: { kind: 'person', userId: borrower }, dueOn: '2027-03-01', condition: 'good', note: '' },
      toBeAccepted: true,
    },
  };
  const back: EquipmentEvent = {
    type: 'EquipmentCheckedIn',
    data: { roomId: roomId.parse(one(rooms, random).id), condition: 'good', note: '', batchId: null },
  };
  const signed: EquipmentEvent = { type: 'CheckoutAccepted', data: { termsVersion: 0, signatureId: null } };
  return random.chance(0.5) ? [out, signed] : [out, signed, back];
}

function events(like: DemoThing, tag: string, random: Random): EquipmentEvent[] {
  return [
    registered(like, tag),
    ...(random.chance(0.4) ? [moved(random)] : []),
    ...(random.chance(0.5) ? lent(random) : []),
  ];
}

const written = (id: string, tag: string, at: number, life: readonly EquipmentEvent[]): Write => ({
  ...{ stream: streamOf('equipment', id), name: `thing ${tag}`, command: 'registerEquipment', at },
  ...{ by: technicians[0]?.id ?? null, role: 'technician', events: life },
});

/** So many things, three events each on average, and one of five hundred. */
export function* thingWrites(count: number, end: number, random: Random): Generator<readonly Write[]> {
  const models = inventory(end);
  for (let n = 0; n < count; n++) {
    const like = one(models, random);
    const tag = `${like.kind.prefix}-${String(n).padStart(6, '0')}`;
    yield [
      written(demoId(`bench thing ${tag}`), tag, end - random.int(1, 700) * DAY, events(like, tag, random)),
    ];
  }
  const { id, tag, events: many } = OLD_TIMER;
  const [first] = models;
  if (!first) return;
  const life = Array.from({ length: many - 1 }, () => moved(random));
  yield [written(id, tag, end - 600 * DAY, [registered(first, tag), ...life])];
}
