import fc from 'fast-check';
import type { z } from 'zod';
import type { equipmentCommands } from '#commands/registry.ts';
import type { EquipmentCommandName } from '#domain/permissions.ts';
import * as words from '#domain/equipment/words.ts';
import { BATCH, BATCH_2, HOST, IMPORT, MACHINES, STOCKTAKE, THING } from '#tests/support/equipment.ts';
import { ANA, BEN, HALL, KIM, LAB, PRINTERS, TICKET, OTHER, ids } from '#tests/support/people.ts';

type Commands = typeof equipmentCommands;
export type EquipmentInput<N extends EquipmentCommandName> = z.input<Commands[N]['input']>;

const rooms = fc.constantFrom(LAB, HALL, ids.room(3));
const batchId = fc.constantFrom(null, BATCH, BATCH_2);
const reason = fc.constantFrom('One reason', 'Another reason');
const day = fc.constantFrom('2025-12-31', '2026-03-05', '2030-01-31');
const dueOn = fc.option(day, { nil: null });
const images = fc.record({ imageId: fc.integer({ min: 1, max: 3 }).map(ids.image) });
const intoRoom = fc.record({ roomId: rooms });
const condition = fc.constantFrom(...words.condition.options);
const to = fc.oneof(
  fc.constantFrom(ANA, BEN, KIM).map((userId) => ({ kind: 'person' as const, userId })),
  rooms.map((roomId) => ({ kind: 'room' as const, roomId })),
);
const repetition = fc.constantFrom(null, { every: 2, unit: 'month' as const });

/** Inputs that are well formed, though not always of things that are there. */
export const equipmentInputs: { readonly [N in EquipmentCommandName]: fc.Arbitrary<EquipmentInput<N>> } = {
  registerEquipment: fc.record({
    tag: fc.constantFrom('PR-1', 'PR-2'),
    name: fc.constant('Printer'),
    categoryId: fc.constantFrom(MACHINES, PRINTERS),
    roomId: rooms,
    batchId,
  }),
  retagEquipment: fc.record({ tag: fc.constantFrom('PR-1', 'PR-2') }),
  correctEquipmentDetails: fc.record({
    model: reason,
    categoryId: fc.constantFrom(MACHINES, MACHINES, PRINTERS),
    batchId,
  }),
  moveEquipment: fc.record({ roomId: rooms, batchId }),
  checkOut: fc.record({ to, dueOn, condition, toBeAccepted: fc.boolean() }),
  acceptCheckout: fc.record({ termsVersion: fc.constantFrom(1, 2) }),
  declineCheckout: fc.record({ reason }),
  extendLoan: fc.record({ dueOn }),
  checkIn: fc.record({ roomId: rooms, condition, batchId }),
  startRepair: fc.record({ ticketId: fc.constantFrom(null, TICKET, OTHER), vendor: reason }),
  finishRepair: fc.record({ outcome: fc.constantFrom(...words.repairOutcome.options) }),
  planMaintenance: fc.record({ repetition, startsOn: day }),
  recordMaintenance: fc.record({ doneOn: day }),
  reportMissing: fc.record({ note: reason }),
  reportFound: intoRoom,
  fitComponent: fc.record({ hostId: fc.constantFrom(THING, HOST, ids.equipment(3)) }),
  removeComponent: intoRoom,
  sightEquipment: fc.record({ stocktakeId: fc.constant(STOCKTAKE), roomId: rooms }),
  attachEquipmentImage: images,
  removeEquipmentImage: images,
  recordLabel: fc.record({ batchId }),
  retireEquipment: fc.record({ reason, batchId }),
  reinstateEquipment: fc.record({ roomId: rooms, reason }),
  disposeOfEquipment: fc.record({ method: fc.constantFrom(...words.disposal.options) }),
  takeBackBatchChange: fc.record({ batchId: fc.constantFrom(BATCH, BATCH_2, IMPORT) }),
  noteOnEquipment: fc.record({ note: reason }),
};

/** An input of each command that nobody is refused for its content alone. */
export const plainEquipmentInputs: { readonly [N in EquipmentCommandName]: EquipmentInput<N> } = {
  registerEquipment: { tag: 'PLAIN', name: 'Plain', categoryId: MACHINES, roomId: LAB },
  retagEquipment: { tag: 'PLAIN' },
  correctEquipmentDetails: { maker: 'Plain maker' },
  moveEquipment: { roomId: ids.room(4) },
  checkOut: { to: { kind: 'person', userId: BEN } },
  acceptCheckout: { termsVersion: 1 },
  declineCheckout: { reason: 'Plain reason' },
  extendLoan: { dueOn: '2031-05-05' },
  checkIn: { roomId: ids.room(4) },
  startRepair: { vendor: 'Plain vendor' },
  finishRepair: { outcome: 'repaired' },
  planMaintenance: { repetition: { every: 9, unit: 'week' } },
  recordMaintenance: { doneOn: '2026-02-02' },
  reportMissing: {},
  reportFound: { roomId: ids.room(4) },
  fitComponent: { hostId: HOST },
  removeComponent: { roomId: ids.room(4) },
  sightEquipment: { stocktakeId: STOCKTAKE, roomId: LAB },
  attachEquipmentImage: { imageId: ids.image(9) },
  removeEquipmentImage: { imageId: ids.image(9) },
  recordLabel: {},
  retireEquipment: { reason: 'Plain reason' },
  reinstateEquipment: { roomId: ids.room(4), reason: 'Plain reason' },
  disposeOfEquipment: { method: 'sold' },
  takeBackBatchChange: { batchId: BATCH },
  noteOnEquipment: { note: 'Plain note' },
};
