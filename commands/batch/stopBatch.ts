import { outcome } from '#domain/batch/events.ts';
import { refuse } from '#domain/rejection.ts';
import { batchCommand } from './batchCommand.ts';

/** Leaves the rest of a batch undone, until it is taken up again. */
export const stopBatch = batchCommand({
  name: 'stopBatch',
  input: outcome.strict(),
  decide({ status }, data) {
    if (status === 'Stopped') return [];
    return status === 'Running' ? [{ type: 'BatchStopped', data }] : refuse('BatchOver');
  },
});
