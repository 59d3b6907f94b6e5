import { z } from 'zod';
import { batchAction } from '#domain/batch/events.ts';
import { paging } from './tickets/filters.ts';

export const batchFilters = z.strictObject({
  status: z.enum(['Running', 'Stopped', 'Finished', 'TakenBack']).optional(),
  action: batchAction.optional(),
  ...paging,
});
export type BatchFilters = z.output<typeof batchFilters>;
