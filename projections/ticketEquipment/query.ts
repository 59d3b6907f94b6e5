import { docsOf, lines } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { readableOf } from '#projections/ticketAudience/query.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';

export type TicketNamed = Pick<TicketQueueRow, 'ticketId' | 'number' | 'title' | 'status' | 'openedAt'>;

/** Tickets that name a thing, newest first, as far as the viewer may read them. */
export async function ticketsNaming(
  read: ReadDatabase,
  viewer: Viewer,
  equipmentId: string,
): Promise<TicketNamed[]> {
  const sql = `select q.doc from {ticket_equipment} e join {ticket_queue} q on q.id = e.ticket_id
    where e.equipment_id = ? order by q.number desc`;
  const rows = docsOf<TicketQueueRow>(await lines<{ doc: string }>(read, sql, [equipmentId]));
  const readable = await readableOf(
    read,
    viewer,
    rows.map(({ ticketId }) => ticketId),
  );
  return rows
    .filter(({ ticketId }) => readable.has(ticketId))
    .map(({ ticketId, number, title, status, openedAt }) => ({ ticketId, number, title, status, openedAt }));
}
