import { isId, lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';

export type MadeTable = 'rooms' | 'categories' | 'users';

/** A record that a batch made, or brought back. */
export interface Made {
  readonly id: string;
  /** After the last that the batch did to it. */
  readonly revision: bigint;
}

/** What the commands of a batch made, in the order in which they did. */
export async function madeBy(read: ReadDatabase, table: MadeTable, batchId: string): Promise<Made[]> {
  if (!isId(batchId)) return [];
  const sql = `select record_id, max(revision) as revision from {${table}_history} where correlation_id = ?
    group by record_id order by min(id)`;
  const found = await lines<{ record_id: string; revision: number }>(read, sql, [batchId]);
  return found.map(({ record_id, revision }) => ({ id: record_id, revision: BigInt(revision) }));
}

/** Of the people that imports made or brought back, those to whom nothing has happened since that was taken back. */
export async function withdrawnUsers(read: ReadDatabase): Promise<ReadonlySet<string>> {
  const sql = `select distinct ended.record_id as id from {users_history} ended
    join {users_history} made on made.record_id = ended.record_id
      and made.correlation_id = ended.correlation_id and made.revision < ended.revision
    join {users} users on users.id = ended.record_id and users.status = 'Deactivated'
    where ended.correlation_id in (select id from {batches} where action = 'importUsers')
      and not exists (select 1 from {users_history} later
        where later.record_id = ended.record_id and later.revision > ended.revision)`;
  return new Set((await lines<{ id: string }>(read, sql, [])).map(({ id }) => id));
}
