import { lines, readsNone } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { TicketCountRow } from './row.ts';

type Counted = Pick<TicketCountRow, 'status' | 'priority' | 'count'> & { readonly assignee_id: string };

/** How many tickets there are of each kind; undefined where the viewer may not know. */
export async function countTickets(
  read: ReadDatabase,
  viewer: Viewer,
): Promise<TicketCountRow[] | undefined> {
  if (readsNone(viewer, 'counts')) return undefined;
  const sql = 'select status, priority, assignee_id, count from {ticket_counts} where count > 0 order by id';
  const found = await lines<Counted>(read, sql);
  return found.map(({ assignee_id, ...row }) => ({ ...row, assigneeId: assignee_id || null }));
}
