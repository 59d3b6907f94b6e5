import { z } from 'zod';
import type * as contract from '#api/contract/stocktakes.ts';
import type * as rows from '#api/contract/rows.ts';
import { verdict } from '#domain/stocktake/events.ts';
import { stage } from './equipment.ts';
import { commandName, id, instant, optionalId, position, version } from './words.ts';

const shape = {
  stocktakeId: id,
  roomId: id,
  roomName: z.string(),
  status: z.enum(['Running', 'Finished', 'Cancelled']),
  startedById: optionalId,
  startedByName: z.string(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  endRecordedAt: instant.nullable().describe('Later than the end where that is told afterwards.'),
  expected: z.int(),
  found: z.int(),
  elsewhere: z.int(),
  unknown: z.int(),
  ...version,
};
export const stocktakeRow = z.strictObject(shape).meta({ id: 'StocktakeRow' });
stocktakeRow satisfies z.ZodType<rows.StocktakeRow>;

const decision = z.string().nullable().describe('The command that was given about this line.');

const about = {
  stage: stage.nullable().describe('At which the thing is now.'),
  isPart: z.boolean().describe('Whether it is fitted into another thing now.'),
  decision,
};

const scanShape = {
  scanId: id,
  text: z.string(),
  verdict,
  equipmentId: optionalId,
  name: z.string().nullable(),
  roomId: optionalId,
  roomName: z.string().nullable(),
  byId: optionalId,
  byName: z.string(),
  at: instant,
  recordedAt: instant,
  undone: z.boolean(),
  undoneAt: instant.nullable(),
  undoneById: optionalId,
  undoneByName: z.string().nullable(),
};

export const stocktakePageRow = z
  .strictObject({
    ...shape,
    items: z.array(
      z.strictObject({ equipmentId: id, tag: z.string(), name: z.string(), found: z.boolean(), ...about }),
    ),
    scans: z.array(z.strictObject({ ...scanShape, ...about })),
  })
  .meta({ id: 'StocktakePageRow' });
stocktakePageRow satisfies z.ZodType<rows.StocktakePageRow>;

export const stocktakeAnswer = z.strictObject({
  stocktake: stocktakePageRow,
  may: z.array(commandName),
  position,
});
stocktakeAnswer satisfies z.ZodType<contract.StocktakeAnswer>;
