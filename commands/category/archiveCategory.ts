import { z } from 'zod';
import { categoryCommand } from './categoryCommand.ts';

/** Takes a category out of use; what is filed under it stays there. */
export const archiveCategory = categoryCommand({
  name: 'archiveCategory',
  input: z.strictObject({}),
  facets: ['status'],
  decide: (category) => (category.status === 'Archived' ? [] : [{ type: 'CategoryArchived', data: {} }]),
});
