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
  end: position.describe('The last position that is known to be in the journal.'),
});
projectionsAnswer satisfies z.ZodType<contract.ProjectionsAnswer>;

const check = z.strictObject({ ok: z.boolean(), detail: z.string() });
export const readiness = z
  .strictObject({ ready: z.boolean(), journal: check, database: check, projections: check })
  .meta({ id: 'Readiness' });
