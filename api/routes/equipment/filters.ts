import { z } from 'zod';
import { stage } from '#api/answers/equipment.ts';
import { listOf, moment, paging, person, search } from '../tickets/filters.ts';

const SORTS = [
  'tag',
  '-tag',
  'name',
  '-name',
  'updatedAt',
  '-updatedAt',
  'dueOn',
  '-dueOn',
  'warrantyUntil',
  '-warrantyUntil',
  'maintenanceDueOn',
  '-maintenanceDueOn',
] as const;

const day = z.iso.date();

/** What the register can be narrowed to. Lists are separated by commas: any of them. */
export const equipmentFilters = z.strictObject({
  stage: listOf(stage).optional(),
  room: listOf(z.uuid()).optional(),
  holder: listOf(person).optional(),
  category: listOf(z.uuid()).optional(),
  /** The components of this thing. */
  host: z.uuid().optional(),
  acceptance: z.enum(['notAsked', 'awaiting', 'accepted']).optional(),
  /** Before this day. */
  dueBefore: day.optional(),
  /** On this day or after it. */
  warrantyFrom: day.optional(),
  warrantyBefore: day.optional(),
  maintenanceBefore: day.optional(),
  labelled: z.enum(['yes', 'no']).optional(),
  ...search,
  sort: z.enum(SORTS).default('tag'),
  asOf: moment.optional(),
  ...paging,
});
export type EquipmentFilters = z.output<typeof equipmentFilters>;

/** A thing as it is or stood; its book value on the day asked for. */
export const thingAsked = z.strictObject({
  asOf: moment.optional(),
  revision: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  valueOn: day.optional(),
});
export type ThingAsked = z.output<typeof thingAsked>;
