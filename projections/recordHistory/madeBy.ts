import { isId, lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';

export type MadeTable = 'rooms' | 'categories' | 'users';

/** The ids of the records that the commands of a batch made, in the order in which they did. */
export async function madeBy(read: ReadDatabase, table: MadeTable, batchId: string): Promise<string[]> {
  if (!isId(batchId)) return [];
  const sql = `select record_id from {${table}_history} where correlation_id = ? and revision = 0 order by id`;
  const found = await lines<{ record_id: string }>(read, sql, [batchId]);
  return found.map((line) => line.record_id);
}
