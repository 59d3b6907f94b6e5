import type { Answer } from '#lib/api/request.ts';
import type { CategoryRow } from '#lib/contract.ts';

/** What the custom fields of a category are called, by their keys. */
export const fieldLabels = (category: Answer<CategoryRow> | undefined): Record<string, string> =>
  Object.fromEntries(category?.ok ? category.value.fields.map(({ key, label }) => [key, label]) : []);
