import { z } from 'zod';
import { equipmentId, roomId, userId } from '../ids.ts';

/** What stands on the label; unique whatever the case of its letters. */
export const tag = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u);
export const serial = z.string().trim().max(80);
export const equipmentName = z.string().trim().min(1).max(160);
export const words = z.string().trim().max(120);
export const reason = z.string().trim().min(1).max(2_000);
export const note = z.string().trim().max(2_000);
/** RFC 3339 full-date. */
export const day = z.iso.date();
/** In units of the currency, with at most two decimals. */
export const money = z.number().min(0).max(1_000_000_000).multipleOf(0.01);
/** ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/);
export const condition = z.enum(['new', 'good', 'worn', 'damaged']);
export const disposal = z.enum(['sold', 'donated', 'recycled', 'destroyed', 'returned', 'lost']);
export const repairOutcome = z.enum(['repaired', 'replaced', 'notRepairable', 'noFaultFound']);
export const imageKind = z.enum(['photo', 'document', 'damage']);
/** Invoices, contracts, warranty cards: what tells of the purchase. */
export const tellsOfPurchase = (kind: EquipmentImageKind): boolean => kind === 'document';

/** How the book value falls: to `residual` over `months`, or by `percent` of what is left in each year. */
export const depreciation = z.discriminatedUnion('method', [
  z.object({ method: z.literal('straightLine'), months: z.int().min(1).max(600), residual: money }),
  z.object({ method: z.literal('decliningBalance'), percent: z.number().min(1).max(99), residual: money }),
]);

/** Every so many days, weeks, months or years: the plain repetitions of RFC 5545. */
export const repetition = z.object({
  every: z.int().min(1).max(999),
  unit: z.enum(['day', 'week', 'month', 'year']),
});

/** Who has it: a person or a room. */
export const borrower = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), userId }),
  z.object({ kind: z.literal('room'), roomId }),
]);

/** The one place where a thing is: a room, with a person, or in another thing. */
export const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('room'), roomId }),
  z.object({ kind: z.literal('person'), userId }),
  z.object({ kind: z.literal('host'), hostId: equipmentId }),
]);

export type Condition = z.infer<typeof condition>;
export type Disposal = z.infer<typeof disposal>;
export type RepairOutcome = z.infer<typeof repairOutcome>;
export type EquipmentImageKind = z.infer<typeof imageKind>;
export type Depreciation = z.infer<typeof depreciation>;
export type Borrower = z.infer<typeof borrower>;
export type Place = z.infer<typeof place>;
export type Repetition = z.infer<typeof repetition>;
