import type { EquipmentEvent } from '#domain/equipment/events.ts';
import type { UserId } from '#domain/ids.ts';
import { stocktakeId, batchId } from '#domain/ids.ts';
import { settings, SETTINGS_ID } from '#domain/settings/settings.ts';
import { happened, record, type History } from './given.ts';
import { ANA, HALL, LAB, ids } from './people.ts';
import { aCategory, created, desk } from './records.ts';
import { thingRegistered } from './things.ts';

type Data<T extends EquipmentEvent['type']> = Extract<EquipmentEvent, { type: T }>['data'];

export const THING = ids.equipment(1);
export const HOST = ids.equipment(2);
export const MACHINES = ids.category(2);
export const BATCH = batchId.parse('00000000-0000-4000-8000-000000000b01');
export const BATCH_2 = batchId.parse('00000000-0000-4000-8000-000000000b02');
/** The batch that registers. */
export const IMPORT = batchId.parse('00000000-0000-4000-8000-000000000b03');
export const STOCKTAKE = stocktakeId.parse('00000000-0000-4000-8000-000000000a01');

/** What stands around the things: people, rooms, and a category of machines. */
export const stock: readonly History[] = [...desk, aCategory(MACHINES, created({ kind: 'equipment' }))];

export const machine = (changes: Partial<Data<'EquipmentRegistered'>> = {}) =>
  thingRegistered({ categoryId: MACHINES, ...changes });
export const terms = (version: number): History =>
  record(
    settings,
    SETTINGS_ID,
    happened({ type: 'LoanTermsDefined', data: { version, text: 'Bring it back.' } }),
  );

export const moved = (batch: typeof BATCH | null = null): EquipmentEvent => ({
  type: 'EquipmentMoved',
  data: { roomId: HALL, batchId: batch },
});
export const lent = (changes: Partial<Data<'EquipmentCheckedOut'>> = {}): EquipmentEvent => ({
  type: 'EquipmentCheckedOut',
  data: {
    to: { kind: 'person', userId: ANA },
    dueOn: null,
    condition: 'good',
    note: '',
    toBeAccepted: true,
    ...changes,
  },
});
export const lentTo = (userId: UserId): EquipmentEvent => lent({ to: { kind: 'person', userId } });
export const signed: EquipmentEvent = {
  type: 'CheckoutAccepted',
  data: { termsVersion: 0, signatureId: null },
};
export const checkedIn = (changes: Partial<Data<'EquipmentCheckedIn'>> = {}): EquipmentEvent => ({
  type: 'EquipmentCheckedIn',
  data: { roomId: HALL, condition: 'good', note: '', batchId: null, ...changes },
});
export const inRepair: EquipmentEvent = {
  type: 'RepairStarted',
  data: { ticketId: null, vendor: '', note: '' },
};
export const missing: EquipmentEvent = { type: 'ReportedMissing', data: { note: '' } };
export const fitted: EquipmentEvent = { type: 'ComponentFitted', data: { hostId: HOST } };
export const labelled = (batch: typeof BATCH | null = null): EquipmentEvent => ({
  type: 'LabelPrinted',
  data: { batchId: batch },
});
export const retired = (batch: typeof BATCH | null = null): EquipmentEvent => ({
  type: 'EquipmentRetired',
  data: { reason: 'Old', batchId: batch },
});
export const disposed: EquipmentEvent = { type: 'EquipmentDisposed', data: { method: 'sold', note: '' } };
export const takenBack: EquipmentEvent = { type: 'BatchChangeTakenBack', data: { batchId: BATCH } };

/** A thing in each stage. */
export const stories = {
  InStock: [],
  Component: [fitted],
  Lent: [lent()],
  Signed: [lent(), signed],
  InRepair: [inRepair],
  Missing: [missing],
  Retired: [retired()],
  Disposed: [retired(), disposed],
  Withdrawn: [machine({ batchId: BATCH }), takenBack],
} as const satisfies Record<string, readonly EquipmentEvent[]>;
export const inLab = { roomId: LAB };
