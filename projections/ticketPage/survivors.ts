import { lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';

/** By each of the tickets: those that it was merged into, also by way of others. */
export async function survivorsOf(
  read: ReadDatabase,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  const ids = [...new Set(ticketIds)];
  if (ids.length === 0) return found;
  const sql = `with recursive up (id, survivor) as (
    select id, merged_into from {ticket_queue}
      where id in (${ids.map(() => '?').join(', ')}) and merged_into is not null
    union select up.id, q.merged_into from up join {ticket_queue} q on q.id = up.survivor
      where q.merged_into is not null) select id, survivor from up`;
  for (const { id, survivor } of await lines<{ id: string; survivor: string }>(read, sql, ids))
    found.set(id, [...(found.get(id) ?? []), survivor]);
  return found;
}
