import { z } from 'zod';
import type * as contract from '#api/contract/imports.ts';
import { id, instant, optionalId, position } from './words.ts';

export const importKind = z.enum(['users', 'rooms', 'categories', 'equipment']);
export const dateFormat = z.enum(['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY']);
export const importOutcome = z.enum(['create', 'update', 'same', 'fault']);
export const decimal = z.enum(['.', ',']);
export const standing = z.enum(['fault', 'update']);
export const delimiter = z.enum([',', ';', '\t']);

export const importRow = z
  .strictObject({
    row: z.int().describe('As a spreadsheet counts: the header is row 1.'),
    key: z.string(),
    outcome: importOutcome,
    faults: z.array(z.strictObject({ column: z.string(), message: z.string() })),
  })
  .meta({ id: 'ImportRow' });
importRow satisfies z.ZodType<contract.ImportRow>;

const count = z.int();

export const importAnswer = z
  .strictObject({
    importId: id,
    kind: importKind,
    fileName: z.string(),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
    delimiter,
    dateFormat,
    decimal,
    standing,
    status: z.enum(['Checked', 'Running', 'Stopped', 'Finished', 'TakenBack']),
    createdAt: instant,
    columns: z.array(z.strictObject({ header: z.string(), field: z.string().nullable() })),
    fields: z.array(z.strictObject({ name: z.string(), label: z.string(), required: z.boolean() })),
    counts: z.strictObject({ rows: count, create: count, update: count, same: count, fault: count }),
    progress: z.strictObject({ total: count, done: count, failed: count }),
    batchId: optionalId,
    rows: z.array(importRow),
    next: count.nullable(),
    position,
  })
  .meta({ id: 'Import' });
importAnswer satisfies z.ZodType<contract.ImportAnswer>;
