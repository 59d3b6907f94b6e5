import fc from 'fast-check';
import { SETTINGS_ID } from '#domain/settings/settings.ts';
import type { EventType } from '#domain/catalogue.ts';
import {
  DETAILS,
  happens,
  inBatch,
  inStocktake,
  LAPTOPS,
  registered,
  SCREENS,
  tagOf,
} from './equipmentStory.ts';
import { ANA, BEN, HALL, ids, KIM, LAB } from './people.ts';
import type { Happening } from './recorded.ts';

/** Two things that may have components, and two that may be some. */
const HOSTS = [1, 2] as const;
const COMPONENTS = [3, 4] as const;
const thing = fc.constantFrom(...HOSTS, ...COMPONENTS);
const room = fc.constantFrom(LAB, HALL);
const batch = fc.option(fc.constantFrom(ids.batch(1), ids.batch(2)), { freq: 3 });
const note = fc.constantFrom('', "O'Hara", 'back\\slash "quoted"');
const condition = fc.constantFrom('new', 'worn');
const day = fc.option(fc.constantFrom('2026-02-01', '2026-03-31'), { nil: null });
const image = fc.integer({ min: 1, max: 2 }).map(ids.image);
const to = fc.oneof(
  fc.constantFrom(ANA, BEN).map((userId) => ({ kind: 'person', userId })),
  room.map((roomId) => ({ kind: 'room', roomId })),
);
const details = fc
  .record({ name: fc.constantFrom('Laptop', '100% "new"'), categoryId: fc.constantFrom(LAPTOPS, SCREENS) })
  .map((some) => ({ ...DETAILS, ...some }));
const corrected = fc.tuple(details, batch).map(([some, batchId]) => ({ ...some, batchId }));

const data: Readonly<Partial<Record<EventType, fc.Arbitrary<object>>>> = {
  EquipmentRetagged: fc.record({ tag: fc.constantFrom('NEW-1', 'NEW-2') }),
  EquipmentDetailsCorrected: corrected,
  EquipmentMoved: fc.record({ roomId: room, batchId: batch }),
  EquipmentCheckedOut: fc.record({ to, dueOn: day, condition, note, toBeAccepted: fc.boolean() }),
  CheckoutAccepted: fc.record({ termsVersion: fc.constant(1), signatureId: fc.option(image) }),
  CheckoutDeclined: fc.record({ reason: fc.constant('not mine') }),
  LoanExtended: fc.record({ dueOn: day }),
  EquipmentCheckedIn: fc.record({ roomId: room, condition, note, batchId: batch }),
  RepairStarted: fc.record({ ticketId: fc.option(fc.constant(ids.ticket(1))), vendor: note, note }),
  RepairFinished: fc.record({ outcome: fc.constant('repaired'), cost: fc.constant(12.5), note }),
  MaintenancePlanned: fc.record({
    repetition: fc.option(fc.constant({ every: 1, unit: 'month' })),
    startsOn: fc.constant('2026-01-31'),
    checklist: fc.constant(['fans']),
  }),
  MaintenanceDone: fc.record({
    doneOn: fc.constantFrom('2026-01-31', '2026-03-01'),
    note,
    checklist: fc.array(fc.record({ step: fc.constant('fans'), done: fc.boolean() }), { maxLength: 1 }),
  }),
  ReportedMissing: fc.record({ note }),
  EquipmentFound: fc.record({ roomId: room, note }),
  EquipmentSighted: fc.record({ stocktakeId: fc.constant(ids.stocktake(1)), roomId: room }),
  EquipmentImageAttached: fc.record({ imageId: image, kind: fc.constantFrom('photo', 'damage') }),
  EquipmentImageRemoved: fc.record({ imageId: image }),
  LabelPrinted: fc.record({ batchId: batch }),
  EquipmentRetired: fc.record({ reason: fc.constant('old'), batchId: batch }),
  EquipmentReinstated: fc.record({ roomId: room, reason: fc.constant('needed') }),
  EquipmentDisposed: fc.record({ method: fc.constant('recycled'), note }),
  BatchChangeTakenBack: fc.record({ batchId: fc.constantFrom(ids.batch(1), ids.batch(2)) }),
  EquipmentNoted: fc.record({ note: fc.constant('noted') }),
};
const anything = fc.oneof(
  ...Object.entries(data).map(([type, of]) => of.map((what) => [type as EventType, what] as const)),
);

const at = fc.option(
  fc.integer({ min: 0, max: 40 }).map((n) => ({ at: new Date(Date.UTC(2026, 0, 1 + n)).toISOString() })),
  { nil: {} },
);
const toThing = fc
  .tuple(thing, anything, at)
  .map(([n, [type, what], when]): Happening => happens(n, type, what, when));
const fitting = fc
  .tuple(fc.constantFrom(...COMPONENTS), fc.constantFrom(...HOSTS), fc.boolean(), room)
  .map(([n, host, off, roomId]): Happening => {
    const hostId = ids.equipment(host);
    return off
      ? happens(n, 'ComponentRemoved', { hostId, roomId })
      : happens(n, 'ComponentFitted', { hostId });
  });
const registering = fc
  .tuple(thing, room, batch)
  .map(([n, roomId, batchId]): Happening => registered(n, { roomId, batchId, serial: `S${String(n)}` }));
/** A thing is moved and taken back by the same batch, which else seldom meets. */
const undoing = fc
  .tuple(thing, room)
  .map(([n, roomId]): Happening[] => [
    happens(n, 'EquipmentMoved', { roomId, batchId: ids.batch(2) }),
    happens(n, 'BatchChangeTakenBack', { batchId: ids.batch(2) }),
  ]);

/** A thing is fitted into another that then goes somewhere. */
const carried = fc
  .tuple(fc.constantFrom(...COMPONENTS), fc.constantFrom(...HOSTS), to, room)
  .map(([n, host, borrower, roomId]): Happening[] => [
    happens(host, 'EquipmentCheckedIn', { roomId: LAB, condition: 'good', note: '', batchId: null }),
    happens(n, 'ComponentFitted', { hostId: ids.equipment(host) }),
    happens(host, 'EquipmentMoved', { roomId, batchId: null }),
    happens(host, 'EquipmentCheckedOut', {
      to: borrower,
      dueOn: null,
      condition: 'good',
      note: '',
      toBeAccepted: true,
    }),
  ]);

const scanId = fc.integer({ min: 1, max: 4 });
const stocktaking = fc
  .oneof(
    fc.tuple(scanId, thing, fc.constantFrom('expected', 'elsewhere')).map(([scan, n, verdict]) => ({
      type: 'EquipmentScanned' as const,
      data: { scanId: ids.scan(scan), text: tagOf(n), verdict, equipmentId: ids.equipment(n), roomId: LAB },
    })),
    scanId.map((scan) => ({ type: 'ScanUndone' as const, data: { scanId: ids.scan(scan) } })),
    fc.tuple(scanId, thing, fc.boolean()).map(([scan, n, known]) => ({
      type: 'StocktakeLineLeft' as const,
      data: {
        equipmentId: known ? ids.equipment(n) : null,
        scanId: known ? null : ids.scan(scan),
        text: tagOf(n),
      },
    })),
    fc.constant({ type: 'StocktakeFinished' as const, data: { missing: [], elsewhere: [], unknown: [] } }),
  )
  .map(({ type, data: what }): Happening => inStocktake(1, type, what));
const batching = fc
  .constantFrom('BatchStopped', 'BatchTakenUp', 'BatchFinished', 'BatchTakenBack')
  .map((type): Happening => inBatch(1, type as EventType, { done: 3, failed: 1 }));
const setting = fc.integer({ min: 1, max: 3 }).map((version): Happening => ({
  stream: `settings-${SETTINGS_ID}`,
  by: KIM,
  event: { type: 'LoanTermsDefined', data: { version, text: 'Return it.' } },
}));

/** What has begun before anything happens to it. */
export const begun: readonly Happening[] = [
  inStocktake(1, 'StocktakeStarted', {
    roomId: LAB,
    expected: [{ equipmentId: ids.equipment(1), tag: tagOf(1) }],
  }),
  inBatch(1, 'BatchStarted', { action: 'moveEquipment', size: 4, title: 'To the lab' }),
];

/** Anything that may happen to a few things, a stock-take, a batch and the settings, sensible or not. */
export const anyEquipment: fc.Arbitrary<Happening[]> = fc.oneof(
  { arbitrary: toThing.map((one) => [one]), weight: 12 },
  { arbitrary: fitting.map((one) => [one]), weight: 4 },
  { arbitrary: registering.map((one) => [one]), weight: 4 },
  { arbitrary: undoing, weight: 2 },
  { arbitrary: carried, weight: 2 },
  { arbitrary: stocktaking.map((one) => [one]), weight: 3 },
  { arbitrary: fc.oneof(batching, setting).map((one) => [one]), weight: 1 },
);
