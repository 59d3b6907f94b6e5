import type { BatchRow } from '#api/contract/batches.ts';
import type { BatchAction } from '#domain/batch/events.ts';
import { batchChanges, batchOf, listBatches, type BatchFilters } from '#projections/batches/query.ts';
import type { Page, ReadDatabase, Viewer as Reader } from '#projections/readDatabase.ts';
import { madeBy, type MadeTable } from '#projections/recordHistory/madeBy.ts';

export interface BatchReads {
  readonly list: (viewer: Reader, filters: BatchFilters) => Promise<Page<BatchRow>>;
  readonly find: (viewer: Reader, batchId: string) => Promise<BatchRow | undefined>;
  /** The ids of the records that it changed or made. */
  readonly changes: (batchId: string, action: BatchAction) => Promise<readonly string[]>;
}

const MADE: Partial<Record<BatchAction, MadeTable>> = {
  importRooms: 'rooms',
  importCategories: 'categories',
  importUsers: 'users',
};

export const batchReads = (read: ReadDatabase): BatchReads => ({
  list: (viewer, filters) => listBatches(read, viewer, filters),
  find: (viewer, batchId) => batchOf(read, viewer, batchId),
  changes: (batchId, action) => {
    const table = MADE[action];
    return table ? madeBy(read, table, batchId) : batchChanges(read, batchId);
  },
});
