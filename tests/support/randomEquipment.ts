import { seeded, type Random } from '#cli/demo/random.ts';
import type { EventType } from '#domain/catalogue.ts';
import { DETAILS, happens, LAPTOPS, registered, SCREENS, stock, toPerson, toRoom } from './equipmentStory.ts';
import { ADA, ANA, BEN, HALL, ids, LAB } from './people.ts';
import type { Happening } from './recorded.ts';
import { house, renamed } from './story.ts';

export const EQUIPMENT_WORDS = [
  'laptop',
  'dock',
  'Screen',
  'ap',
  '4k',
  'travel_kit',
  'zürich',
  'pro',
] as const;
export const DAYS = ['2026-02-01', '2026-03-01', '2026-04-15'] as const;
/** Components are those with these numbers; their hosts come before them. */
export const FIRST_COMPONENT = 150;
const HOUR = 3_600_000;
export const BEGIN = Date.parse('2026-02-01T00:00:00Z');
/** Everything happens at full hours, so that much happens at the same moment. */
export const HOURS = 60;

const people = [ANA, BEN] as const;
const rooms = [LAB, HALL] as const;
const batches = [null, null, ids.batch(1), ids.batch(2)] as const;
const day = (random: Random): string | null => (random.chance(0.4) ? null : random.pick(DAYS));
const text = (random: Random): string =>
  Array.from({ length: random.int(1, 3) }, () => random.pick(EQUIPMENT_WORDS)).join(' ');

const details = (random: Random, n: number) => ({
  ...DETAILS,
  name: text(random),
  model: random.pick(EQUIPMENT_WORDS),
  serial: random.chance(0.5) ? `sn${String(n)}` : '',
  categoryId: random.pick([LAPTOPS, SCREENS]),
  warrantyUntil: day(random),
});

type Made = (random: Random, n: number) => readonly [type: EventType, data: object];
const condition = 'worn';
const note = '';
const happenings: readonly Made[] = [
  (random) => ['EquipmentMoved', { roomId: random.pick(rooms), batchId: random.pick(batches) }],
  (random) => ['EquipmentCheckedOut', toPerson(random.pick(people), day(random), random.chance(0.5))],
  (random) => ['EquipmentCheckedOut', toPerson(random.pick(people), day(random), random.chance(0.5))],
  (random) => ['EquipmentCheckedOut', toRoom(random.pick(rooms), day(random))],
  () => ['CheckoutAccepted', { termsVersion: 1, signatureId: null }],
  () => ['CheckoutDeclined', { reason: 'not mine' }],
  (random) => ['LoanExtended', { dueOn: day(random) }],
  (random) => ['EquipmentCheckedIn', { roomId: random.pick(rooms), condition, note, batchId: null }],
  () => ['RepairStarted', { ticketId: null, vendor: '', note }],
  () => ['RepairFinished', { outcome: 'repaired', cost: null, note }],
  () => ['ReportedMissing', { note }],
  (random) => ['EquipmentFound', { roomId: random.pick(rooms), note }],
  (random, n) => [
    'EquipmentDetailsCorrected',
    { ...details(random, n), batchId: batches[n % batches.length] },
  ],
  (_, n) => ['EquipmentRetagged', { tag: `ZZ-${String(n).padStart(4, '0')}` }],
  (random) => [
    'MaintenancePlanned',
    { repetition: { every: 1, unit: 'month' }, startsOn: random.pick(DAYS), checklist: [] },
  ],
  (random) => ['LabelPrinted', { batchId: random.pick(batches) }],
  (random) => ['BatchChangeTakenBack', { batchId: random.pick([ids.batch(1), ids.batch(2)]) }],
  (random) => ['EquipmentRetired', { reason: 'old', batchId: random.pick(batches) }],
  (random) => ['EquipmentReinstated', { roomId: random.pick(rooms), reason: 'needed' }],
  () => ['EquipmentDisposed', { method: 'recycled', note }],
  (random) => ['EquipmentSighted', { stocktakeId: ids.stocktake(1), roomId: random.pick(rooms) }],
];

const fitted: readonly Made[] = [
  (random) => ['ComponentFitted', { hostId: ids.equipment(random.int(1, FIRST_COMPONENT - 1)) }],
  (random) => ['ComponentRemoved', { hostId: ids.equipment(1), roomId: random.pick(rooms) }],
];

function anything(random: Random, n: number, serial: number): Happening {
  const at = new Date(BEGIN + random.int(0, HOURS) * HOUR).toISOString();
  if (random.chance(0.03)) return renamed(random.pick(people), `Somebody ${String(serial)}`);
  if (random.chance(0.02))
    return {
      stream: `room-${random.pick(rooms)}`,
      by: ADA,
      event: { type: 'RoomRenamed', data: { name: `Room ${String(serial)}`, building: '', floor: '' } },
    };
  const from = n >= FIRST_COMPONENT && random.chance(0.5) ? fitted : happenings;
  const [type, data] = from[random.int(0, from.length - 1)]?.(random, n) ?? ['ReportedMissing', { note }];
  return happens(n, type, data, { at });
}

/** Things to which everything may happen at any time and in any order. */
export function randomEquipment(seed: number, things: number, happened: number): Happening[] {
  const random = seeded(seed);
  const begun = Array.from({ length: things }, (_, index) =>
    registered(
      index + 1,
      { ...details(random, index + 1), roomId: random.pick(rooms), batchId: random.pick(batches) },
      { at: new Date(BEGIN + random.int(0, HOURS / 2) * HOUR).toISOString() },
    ),
  );
  const story = Array.from({ length: happened }, (_, serial) =>
    anything(random, random.int(1, things), serial + 1),
  );
  return [...house, ...stock, ...begun, ...story];
}
