import { outcome } from '#domain/batch/events.ts';
import { refuse } from '#domain/rejection.ts';
import { batchCommand } from './batchCommand.ts';

/** Says that all of a batch is done; one that is stopped after its last record is finished, too. */
export const finishBatch = batchCommand({
  name: 'finishBatch',
  input: outcome.strict(),
  decide({ status }, data) {
    if (status === 'Finished') return [];
    return status === 'TakenBack' ? refuse('BatchOver') : [{ type: 'BatchFinished', data }];
  },
});
