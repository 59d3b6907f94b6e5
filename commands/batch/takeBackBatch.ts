import { outcome } from '#domain/batch/events.ts';
import { refuse } from '#domain/rejection.ts';
import { batchCommand } from './batchCommand.ts';

/** Says that what a batch did is undone, wherever nobody has changed it since. */
export const takeBackBatch = batchCommand({
  name: 'takeBackBatch',
  input: outcome.strict(),
  decide({ status }, data) {
    if (status === 'TakenBack') return [];
    return status === 'Running' ? refuse('BatchRunning') : [{ type: 'BatchTakenBack', data }];
  },
});
