import { z } from 'zod';
import type * as contract from '#api/contract/batches.ts';
import { batchAction } from '#domain/batch/events.ts';
import { bulkDone } from './answers.ts';
import { commandName, id, instant, optionalId, position, version } from './words.ts';

export const batchRow = z
  .strictObject({
    batchId: id,
    action: batchAction,
    title: z.string(),
    status: z.enum(['Running', 'Stopped', 'Finished', 'TakenBack']),
    size: z.int(),
    done: z.int(),
    failed: z.int(),
    startedById: optionalId,
    startedByName: z.string(),
    startedAt: instant,
    endedAt: instant.nullable(),
    takenBackAt: instant.nullable(),
    kept: z.int().nullable(),
    ...version,
  })
  .meta({ id: 'BatchRow' });
batchRow satisfies z.ZodType<contract.BatchRow>;

export const batchDone = z.strictObject({ ...bulkDone.shape, batchId: id, batch: batchRow.nullable() });
batchDone satisfies z.ZodType<Omit<contract.BatchDone, 'results'>>;

const takingBack = z.strictObject({ total: z.int(), done: z.int(), kept: z.int(), left: z.int() });

export const batchAnswer = z.strictObject({
  batch: batchRow,
  changes: z.array(id),
  may: z.array(commandName),
  takingBack: takingBack.nullable(),
  position,
});
batchAnswer satisfies z.ZodType<contract.BatchAnswer>;

export const takenBack = z.strictObject({ ...bulkDone.shape, batchId: id, takingBack });
takenBack satisfies z.ZodType<Omit<contract.TakenBack, 'results'>>;
