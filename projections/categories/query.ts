import type { CategoryKind } from '#domain/category/events.ts';
import { Conditions, readsNone } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { findRecord, listRecords, type RecordFilters } from '#projections/recordList.ts';
import type { CategoryRow } from './row.ts';

const NONE: Page<never> = { items: [], next: null };

export const listCategories = async (
  read: ReadDatabase,
  viewer: Viewer,
  { kind, ...filters }: RecordFilters & { readonly kind?: CategoryKind | undefined },
): Promise<Page<CategoryRow>> =>
  readsNone(viewer, 'categories')
    ? NONE
    : listRecords<CategoryRow>(
        read,
        {
          table: 'categories',
          fullText: ['name', 'short_words'],
          conditions: new Conditions().is('t.kind', kind),
        },
        filters,
      );

export const findCategory = async (
  read: ReadDatabase,
  viewer: Viewer,
  categoryId: string,
): Promise<CategoryRow | undefined> =>
  readsNone(viewer, 'categories') ? undefined : findRecord<CategoryRow>(read, 'categories', categoryId);
