import { z } from 'zod';
import { categoryName } from '#domain/category/events.ts';
import { refuse } from '#domain/rejection.ts';
import { categoryCommand } from './categoryCommand.ts';

export const renameCategory = categoryCommand({
  name: 'renameCategory',
  input: z.strictObject({ name: categoryName }),
  facets: ['name'],
  decide(category, input) {
    if (category.name === input.name) return [];
    return category.status === 'Archived'
      ? refuse('CategoryArchived')
      : [{ type: 'CategoryRenamed', data: input }];
  },
});
