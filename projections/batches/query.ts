import { changedBy } from '#projections/equipmentHistory/query.ts';
import { Conditions, readsNone } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { listRecent, type RecentFilters } from '#projections/recent.ts';
import { findRecord } from '#projections/recordList.ts';
import type { BatchLine } from './projection.ts';
import type { BatchRow } from './row.ts';

export interface BatchFilters extends RecentFilters {
  readonly status?: BatchRow['status'] | undefined;
  readonly action?: BatchRow['action'] | undefined;
}

const rowOf = ({ updatedAt: _, ...row }: BatchLine): BatchRow => row;

/** The last first. Throws {@link BadCursor}. */
export async function listBatches(
  read: ReadDatabase,
  viewer: Viewer,
  { status, action, ...page }: BatchFilters,
): Promise<Page<BatchRow>> {
  if (readsNone(viewer, 'batches')) return { items: [], next: null };
  const conditions = new Conditions().is('status', status).is('action', action);
  const { items, next } = await listRecent<BatchLine>(read, { table: 'batches', conditions }, page);
  return { items: items.map(rowOf), next };
}

export async function batchOf(
  read: ReadDatabase,
  viewer: Viewer,
  batchId: string,
): Promise<BatchRow | undefined> {
  if (readsNone(viewer, 'batches')) return undefined;
  const line = await findRecord<BatchLine>(read, 'batches', batchId);
  return line && rowOf(line);
}

/** The ids of the things that a batch has changed. */
export const batchChanges = (read: ReadDatabase, batchId: string): Promise<string[]> =>
  changedBy(read, batchId);
