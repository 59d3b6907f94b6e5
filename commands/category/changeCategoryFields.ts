import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { fieldDefinitions } from '#domain/category/events.ts';
import { hidesFields } from '#domain/category/fields.ts';
import { refuse } from '#domain/rejection.ts';
import { categoryCommand } from './categoryCommand.ts';

/** What is asked for from now on; records that were filed before keep their values. */
export const changeCategoryFields = categoryCommand({
  name: 'changeCategoryFields',
  input: z.strictObject({ fields: fieldDefinitions }),
  facets: ['fields'],
  decide(category, input) {
    if (isDeepStrictEqual(category.fields, input.fields)) return [];
    if (category.status === 'Archived') return refuse('CategoryArchived');
    if (category.kind === 'ticket' && hidesFields(input.fields)) return refuse('OnlyEquipmentHidesFields');
    return [{ type: 'CategoryFieldsChanged', data: input }];
  },
});
