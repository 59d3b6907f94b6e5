import type { Relation } from '#domain/permissions.ts';
import { Conditions, isId, lines, readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { TicketAudienceRow } from './row.ts';

type Part = TicketAudienceRow['part'];

/** How the viewer stands to a ticket; undefined where the ticket does not exist for them. */
export async function relationTo(
  read: ReadDatabase,
  viewer: Viewer,
  ticketId: string,
): Promise<Relation | undefined> {
  if (!isId(ticketId)) return undefined;
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

/** Only tickets that the viewer takes part in; `key` is the column with a ticket's id. */
export const takingPart = (conditions: Conditions, key: string, { userId }: Viewer): Conditions =>
  conditions.add(`${key} in (select ticket_id from {ticket_audience} where user_id = ?)`, userId);

/** Those of the tickets that the viewer may read. */
export async function readableOf(
  read: ReadDatabase,
  viewer: Viewer,
  ticketIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ticketIds.length === 0 || readsAll(viewer, 'tickets')) return new Set(ticketIds);
  const conditions = new Conditions().is('user_id', viewer.userId).oneOf('ticket_id', ticketIds);
  const sql = `select distinct ticket_id from {ticket_audience} ${conditions.text}`;
  const found = await lines<{ ticket_id: string }>(read, sql, conditions.bindings);
  return new Set(found.map(({ ticket_id }) => ticket_id));
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
