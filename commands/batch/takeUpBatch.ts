import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import { batchCommand } from './batchCommand.ts';

/** Goes on with a batch that was stopped. */
export const takeUpBatch = batchCommand({
  name: 'takeUpBatch',
  input: z.strictObject({}),
  decide({ status }) {
    if (status === 'Running') return [];
    return status === 'Stopped' ? [{ type: 'BatchTakenUp', data: {} }] : refuse('BatchOver');
  },
});
