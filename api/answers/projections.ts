import { z } from 'zod';
import type * as contract from '#api/contract/answers.ts';
import { position } from './words.ts';

export const projectionStatus = z
  .strictObject({
    name: z.string(),
    generation: z.int(),
    version: z.int(),
    status: z.enum(['building', 'active']),
    position,
    fault: z.strictObject({ at: position, message: z.string() }).nullable(),
  })
  .meta({ id: 'ProjectionStatus' });
projectionStatus satisfies z.ZodType<contract.ProjectionStatus>;

export const projectionsAnswer = z.strictObject({
  projections: z.array(projectionStatus),
  position,
  end: position.describe('The position of the last event of a record in the journal.'),
  lag: z.int().describe('How many positions the table that is furthest behind is from the end.'),
  asked: z.array(z.string()).describe('What this process has been asked to make anew and has not yet.'),
});
projectionsAnswer satisfies z.ZodType<contract.ProjectionsAnswer>;

const check = z.strictObject({ ok: z.boolean(), detail: z.string() });
export const readiness = z
  .strictObject({
    ready: z.boolean(),
    journal: check,
    database: check,
    projections: check.extend({
      lag: z
        .int()
        .nullable()
        .describe('Positions of the journal that the tables are behind; null: not known.'),
    }),
  })
  .meta({ id: 'Readiness' });
