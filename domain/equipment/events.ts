import { z } from 'zod';
import { fieldValues } from '../category/fields.ts';
import { kind, type EventOf } from '../event.ts';
import { batchId, categoryId, equipmentId, imageId, roomId, stocktakeId, ticketId } from '../ids.ts';
import { personal } from '../personal.ts';
import * as w from './words.ts';

const none = z.object({});
/** The batch that it is part of, and can be taken back with; null: it was done alone. */
const batched = { batchId: batchId.nullable() };

/** What is known of a thing, beside where it is. */
export const details = z.object({
  name: w.equipmentName,
  categoryId,
  serial: w.serial,
  model: w.words,
  maker: w.words,
  vendor: w.words,
  purchasedOn: w.day.nullable(),
  cost: w.money.nullable(),
  currency: w.currency.nullable(),
  warrantyUntil: w.day.nullable(),
  depreciation: w.depreciation.nullable(),
  fields: fieldValues,
});
export type Details = z.infer<typeof details>;

export const maintenanceDone = z.object({ doneOn: w.day, note: w.note });

export const equipmentEvents = {
  EquipmentRegistered: kind(['record'], details.extend({ tag: w.tag, roomId, ...batched })),
  EquipmentRetagged: kind(['tag'], z.object({ tag: w.tag })),
  EquipmentDetailsCorrected: kind(['details'], details.extend(batched), 2),
  EquipmentMoved: kind(['place'], z.object({ roomId, ...batched })),
  EquipmentCheckedOut: kind(
    ['place'],
    z.object({
      to: w.borrower,
      dueOn: w.day.nullable(),
      condition: w.condition,
      note: w.note,
      /** Whether the person is asked to sign for it. */
      toBeAccepted: z.boolean(),
    }),
  ),
  CheckoutAccepted: kind(
    ['acceptance'],
    z.object({ termsVersion: z.int().min(0), signatureId: imageId.nullable() }),
  ),
  CheckoutDeclined: kind(['place', 'acceptance'], z.object({ reason: personal(w.reason, 'actor') })),
  LoanExtended: kind(['loan'], z.object({ dueOn: w.day.nullable() })),
  EquipmentCheckedIn: kind(['place'], z.object({ roomId, condition: w.condition, note: w.note, ...batched })),
  RepairStarted: kind(
    ['repair', 'place'],
    z.object({ ticketId: ticketId.nullable(), vendor: w.words, note: w.note }),
  ),
  RepairFinished: kind(
    ['repair', 'place'],
    z.object({ outcome: w.repairOutcome, cost: w.money.nullable(), note: w.note }),
  ),
  /** Without a repetition nothing is planned any more. */
  MaintenancePlanned: kind(
    ['maintenance'],
    z.object({
      repetition: w.repetition.nullable(),
      startsOn: w.day.nullable(),
      checklist: z.array(w.words.min(1)).max(30),
    }),
  ),
  MaintenanceDone: kind(
    ['maintenance'],
    maintenanceDone.extend({
      /** The plan's checklist of then; empty: it had none. */
      checklist: z.array(z.object({ step: w.words, done: z.boolean() })),
    }),
    2,
  ),
  ReportedMissing: kind(['place'], z.object({ note: w.note })),
  EquipmentFound: kind(['place'], z.object({ roomId, note: w.note })),
  /** In the stream of the component, which from then on is wherever its host is. */
  ComponentFitted: kind(['place'], z.object({ hostId: equipmentId })),
  ComponentRemoved: kind(['place'], z.object({ hostId: equipmentId, roomId })),
  EquipmentSighted: kind([], z.object({ stocktakeId, roomId })),
  EquipmentImageAttached: kind(['images'], z.object({ imageId, kind: w.imageKind })),
  EquipmentImageRemoved: kind(['images'], z.object({ imageId })),
  LabelPrinted: kind(['label'], z.object({ ...batched })),
  EquipmentRetired: kind(['place'], z.object({ reason: w.reason, ...batched })),
  EquipmentReinstated: kind(['place'], z.object({ roomId, reason: w.reason })),
  EquipmentDisposed: kind(['place'], z.object({ method: w.disposal, note: w.note })),
  /** What the batch did to it is undone: it is as it was before. */
  BatchChangeTakenBack: kind(['record', 'place', 'label', 'details'], z.object({ batchId })),
  EquipmentNoted: kind([], none.extend({ note: personal(w.reason, 'actor') })),
} as const;

export type EquipmentEvent = EventOf<typeof equipmentEvents>;
