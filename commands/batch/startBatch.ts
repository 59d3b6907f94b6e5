import { z } from 'zod';
import { batch } from '#domain/batch/batch.ts';
import { batchAction, batchTitle, count } from '#domain/batch/events.ts';
import { commandOf, isStartedBatch } from '#domain/batch/rules.ts';
import { mayCommand, UNRELATED } from '#domain/permissions.ts';
import { refuse } from '#domain/rejection.ts';
import { creationOf } from '../recordCommand.ts';

/** Begins what is done to many records at once, by those who may do it to each. */
export const startBatch = creationOf(batch)({
  name: 'startBatch',
  input: z.strictObject({ action: batchAction, size: count, title: batchTitle }),
  stands: (state, { action, size, title }) =>
    isStartedBatch(state) ? state.action === action && state.size === size && state.title === title : null,
  decide: (input, { actor }) =>
    mayCommand(actor, commandOf[input.action], UNRELATED)
      ? [{ type: 'BatchStarted', data: input }]
      : refuse('NotAllowed'),
});
