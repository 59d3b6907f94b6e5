import type { RecordHistoryRow } from '#api/contract/rows.ts';
import type { ReadDatabase, Viewer as Reader } from '#projections/readDatabase.ts';
import { recordHistory } from '#projections/recordHistory/query.ts';
import { later } from './later.ts';

export type History = (
  viewer: Reader,
  id: string,
  after?: bigint,
) => Promise<readonly RecordHistoryRow[] | undefined>;

export const historyOf =
  (read: ReadDatabase, kind: RecordHistoryRow['kind']): History =>
  async (viewer, recordId, after) =>
    later(await recordHistory(read, viewer, { kind, recordId }), after);
