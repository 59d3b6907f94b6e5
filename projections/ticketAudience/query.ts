import type { Relation } from '#domain/permissions.ts';
import { lines, readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { TicketAudienceRow } from './row.ts';

type Part = TicketAudienceRow['part'];

/** How the viewer stands to a ticket; undefined where the ticket does not exist for them. */
export async function relationTo(
  read: ReadDatabase,
  viewer: Viewer,
  ticketId: string,
): Promise<Relation | undefined> {
  const sql = `select a.part from {ticket_queue} q
    left join {ticket_audience} a on a.ticket_id = q.id and a.user_id = ? where q.id = ?`;
  const found = await lines<{ part: Part | null }>(read, sql, [viewer.userId, ticketId]);
  const relation = {
    own: found.some(({ part }) => part === 'requester'),
    involved: found.some(({ part }) => part === 'watcher'),
  };
  const there = readsAll(viewer, 'tickets') ? found.length > 0 : relation.own || relation.involved;
  return there ? relation : undefined;
}

/** Those who take part in tickets though not of the staff. */
export async function audienceOf(
  read: ReadDatabase,
  ticketIds: readonly string[],
): Promise<TicketAudienceRow[]> {
  if (ticketIds.length === 0) return [];
  const sql = `select ticket_id, user_id, part from {ticket_audience}
    where ticket_id in (${ticketIds.map(() => '?').join(', ')})`;
  const found = await lines<{ ticket_id: string; user_id: string; part: Part }>(read, sql, [...ticketIds]);
  return found.map(({ ticket_id, user_id, part }) => ({ ticketId: ticket_id, userId: user_id, part }));
}
