import { openValues, type FieldValues } from '#domain/category/fields.ts';
import { Conditions, docsOf, lines, readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { CategoryRow } from './row.ts';

/** What of the custom fields of a thing of some category is told. */
export type TellFields = (categoryId: string, values: FieldValues) => FieldValues;

/** As a viewer may know them, for things of these categories. */
export async function fieldsTold(
  read: ReadDatabase,
  viewer: Viewer,
  categoryIds: readonly string[],
): Promise<TellFields> {
  if (readsAll(viewer, 'staffFields') || categoryIds.length === 0) return (_, values) => values;
  const { text, bindings } = new Conditions().oneOf('id', [...new Set(categoryIds)]);
  const rows = docsOf<CategoryRow>(await lines(read, `select doc from {categories} ${text}`, bindings));
  const definitions = new Map(rows.map(({ categoryId, fields }) => [categoryId, fields]));
  return (categoryId, values) => openValues(definitions.get(categoryId) ?? [], values);
}
