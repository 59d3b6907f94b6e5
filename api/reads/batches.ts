import type { BatchRow } from '#api/contract/batches.ts';
import type { BatchAction } from '#domain/batch/events.ts';
import { batchChanges, batchOf, listBatches, type BatchFilters } from '#projections/batches/query.ts';
import type { Page, ReadDatabase, Viewer as Reader } from '#projections/readDatabase.ts';
import { madeBy, withdrawnUsers, type MadeTable } from '#projections/recordHistory/madeBy.ts';

export interface BatchReads {
  readonly list: (viewer: Reader, filters: BatchFilters) => Promise<Page<BatchRow>>;
  readonly find: (viewer: Reader, batchId: string) => Promise<BatchRow | undefined>;
  /** The ids of the records that it changed or made. */
  readonly changes: (batchId: string, action: BatchAction) => Promise<readonly string[]>;
  /** The same, with how far it brought those that it made. */
  readonly changed: (batchId: string, action: BatchAction) => Promise<readonly BatchChange[]>;
  /** The ids of the people whom an import made that was taken back, and to whom nothing has happened since. */
  readonly withdrawnUsers: () => Promise<ReadonlySet<string>>;
}

export interface BatchChange {
  readonly id: string;
  /** Of the record, after the last that the batch did to it; null where its own story tells that. */
  readonly revision: bigint | null;
}

const MADE: Partial<Record<BatchAction, MadeTable>> = {
  importRooms: 'rooms',
  importCategories: 'categories',
  importUsers: 'users',
};

export function batchReads(read: ReadDatabase): BatchReads {
  async function changed(batchId: string, action: BatchAction): Promise<readonly BatchChange[]> {
    const table = MADE[action];
    if (table) return madeBy(read, table, batchId);
    return (await batchChanges(read, batchId)).map((id) => ({ id, revision: null }));
  }
  return {
    list: (viewer, filters) => listBatches(read, viewer, filters),
    find: (viewer, batchId) => batchOf(read, viewer, batchId),
    changed,
    changes: async (batchId, action) => (await changed(batchId, action)).map(({ id }) => id),
    withdrawnUsers: () => withdrawnUsers(read),
  };
}
