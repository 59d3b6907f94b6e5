import { z } from 'zod';
import type * as contract from '#api/contract/equipment.ts';
import type * as rows from '#api/contract/rows.ts';
import { fieldValues } from '#domain/category/fields.ts';
import { condition, depreciation, imageKind, repetition } from '#domain/equipment/words.ts';
import { entry } from './history.ts';
import { commandName, day, id, instant, optionalId, position, version } from './words.ts';

export const stage = z.enum([
  'InStock',
  'CheckedOut',
  'InRepair',
  'Missing',
  'Retired',
  'Disposed',
  'Withdrawn',
]);

const registerShape = {
  equipmentId: id,
  tag: z.string(),
  name: z.string(),
  categoryId: id,
  categoryName: z.string(),
  serial: z.string(),
  model: z.string(),
  maker: z.string(),
  vendor: z.string(),
  stage,
  condition,
  roomId: optionalId,
  roomName: z.string().nullable(),
  holderId: optionalId,
  holderName: z.string().nullable(),
  hostId: optionalId,
  hostTag: z.string().nullable(),
  dueOn: day.nullable(),
  acceptance: z.enum(['notAsked', 'awaiting', 'accepted']).nullable(),
  purchasedOn: day.nullable(),
  cost: z.number().nullable(),
  currency: z.string().nullable(),
  warrantyUntil: day.nullable(),
  maintenanceDueOn: day.nullable(),
  labelledAt: instant.nullable(),
  sightedAt: instant.nullable(),
  imageId: optionalId,
  registeredAt: instant,
  updatedAt: instant,
  ...version,
};
export const equipmentRow = z.strictObject(registerShape).meta({ id: 'EquipmentRow' });
equipmentRow satisfies z.ZodType<rows.EquipmentRow>;

export const equipmentPageRow = z
  .strictObject({
    ...registerShape,
    depreciation: depreciation.nullable(),
    fields: fieldValues,
    images: z.array(z.strictObject({ imageId: id, kind: imageKind, attachedAt: instant })),
    loan: z
      .strictObject({
        since: instant,
        note: z.string(),
        signatureId: optionalId,
        acceptedAt: instant.nullable(),
        termsVersion: z.int().nullable(),
      })
      .nullable(),
    repair: z
      .strictObject({ ticketId: optionalId, vendor: z.string(), note: z.string(), since: instant })
      .nullable(),
    maintenance: z
      .strictObject({
        repetition,
        startsOn: day,
        checklist: z.array(z.string()),
        lastDoneOn: day.nullable(),
      })
      .nullable(),
    retiredReason: z.string().nullable(),
    disposal: z.string().nullable(),
    components: z.array(z.strictObject({ equipmentId: id, tag: z.string(), name: z.string(), stage })),
    tickets: z.array(
      z.strictObject({
        ticketId: id,
        number: z.int(),
        title: z.string(),
        status: z.string(),
        openedAt: instant,
      }),
    ),
    bookValue: z.strictObject({ on: day, value: z.number() }).nullable(),
  })
  .meta({ id: 'EquipmentPageRow' });
equipmentPageRow satisfies z.ZodType<rows.EquipmentPageRow>;

export const equipmentAnswer = z.strictObject({
  equipment: equipmentPageRow,
  may: z.array(commandName),
  position,
});
equipmentAnswer satisfies z.ZodType<contract.EquipmentAnswer>;

export const equipmentHistoryRow = z
  .strictObject({
    ...entry,
    equipmentId: id,
    validFrom: instant,
    validTo: instant.nullable(),
    state: equipmentRow,
  })
  .meta({ id: 'EquipmentHistoryRow' });
equipmentHistoryRow satisfies z.ZodType<rows.EquipmentHistoryRow>;

export const equipmentCountsAnswer = z.strictObject({
  counts: z.array(z.strictObject({ stage, categoryId: id, count: z.int() })),
  position,
});
equipmentCountsAnswer satisfies z.ZodType<contract.EquipmentCountsAnswer>;

export const signatureKept = z.strictObject({ imageId: id });
signatureKept satisfies z.ZodType<contract.SignatureKept>;
