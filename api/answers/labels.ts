import { z } from 'zod';
import type * as contract from '#api/contract/labels.ts';

export const labelField = z.enum([
  'name',
  'category',
  'room',
  'serial',
  'model',
  'maker',
  'purchasedOn',
  'warrantyUntil',
]);
labelField satisfies z.ZodType<contract.LabelField>;

const size = z.strictObject({ width: z.number(), height: z.number() });
const place = z.strictObject({ x: z.number(), y: z.number() });

export const labelLayout = z
  .strictObject({
    name: z.string(),
    title: z.string(),
    kind: z.enum(['sheet', 'tape']),
    page: size,
    columns: z.int(),
    rows: z.int(),
    label: size,
    origin: place,
    pitch: place,
  })
  .meta({ id: 'LabelLayout', description: 'All lengths are in millimetres.' });
labelLayout satisfies z.ZodType<contract.LabelLayout>;
