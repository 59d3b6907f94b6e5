import { inOrder } from '#domain/ticket/conversation.ts';
import { Conditions, lines, readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { TicketConversationRow } from './row.ts';

type Row = TicketConversationRow;

/** What was said on tickets, as far as the viewer may read it. */
export async function conversationOf(
  read: ReadDatabase,
  viewer: Viewer,
  ticketIds: readonly string[],
): Promise<Row[]> {
  const within = ticketIds.map(() => '(id >= ? and id < ?)').join(' or ');
  // Ids are `<ticket>/<item>`, and `0` comes right after `/`.
  const conditions = new Conditions().add(`(${within})`, ...ticketIds.flatMap((id) => [`${id}/`, `${id}0`]));
  if (!readsAll(viewer, 'internalNotes')) conditions.is('visibility', 'public');
  const sql = `select doc, body from {ticket_conversation} ${conditions.text} order by place`;
  const found = await lines<{ doc: string; body: string }>(read, sql, conditions.bindings);
  return shownOf(found.map(({ doc, body }) => ({ ...(JSON.parse(doc) as Row), body })));
}

/** In order, and without titles, which the page has. */
export const shownOf = (rows: readonly Row[]): Row[] => inOrder(rows.filter(({ kind }) => kind !== 'title'));
