import type { CategoryKind } from '#domain/category/events.ts';
import { openFields } from '#domain/category/fields.ts';
import { Conditions, readsAll, readsNone } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { findRecord, listRecords, type RecordFilters } from '#projections/recordList.ts';
import type { CategoryRow } from './row.ts';

const NONE: Page<never> = { items: [], next: null };

const told = (viewer: Viewer, row: CategoryRow): CategoryRow =>
  readsAll(viewer, 'staffFields') ? row : { ...row, fields: openFields(row.fields) };

export async function listCategories(
  read: ReadDatabase,
  viewer: Viewer,
  { kind, ...filters }: RecordFilters & { readonly kind?: CategoryKind | undefined },
): Promise<Page<CategoryRow>> {
  if (readsNone(viewer, 'categories')) return NONE;
  const list = {
    table: 'categories',
    fullText: ['name', 'short_words'],
    conditions: new Conditions().is('t.kind', kind),
  };
  const { items, next } = await listRecords<CategoryRow>(read, list, filters);
  return { items: items.map((row) => told(viewer, row)), next };
}

export async function findCategory(
  read: ReadDatabase,
  viewer: Viewer,
  categoryId: string,
): Promise<CategoryRow | undefined> {
  if (readsNone(viewer, 'categories')) return undefined;
  const row = await findRecord<CategoryRow>(read, 'categories', categoryId);
  return row && told(viewer, row);
}
