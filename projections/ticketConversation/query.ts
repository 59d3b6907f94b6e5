import { Conditions, lines, readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { TicketConversationRow } from './row.ts';

/** What was said on a ticket, and on those merged into it that the viewer may read, in order. */
export async function conversationOf(
  read: ReadDatabase,
  viewer: Viewer,
  { ticketIds, upTo }: { readonly ticketIds: readonly string[]; readonly upTo?: bigint },
): Promise<TicketConversationRow[]> {
  const within = ticketIds.map(() => '(id >= ? and id < ?)').join(' or ');
  // Ids are `<ticket>/<item>`, and `0` comes right after `/`.
  const conditions = new Conditions().add(`(${within})`, ...ticketIds.flatMap((id) => [`${id}/`, `${id}0`]));
  if (!readsAll(viewer, 'internalNotes')) conditions.is('visibility', 'public');
  if (upTo !== undefined) conditions.add('place < ?', String((upTo + 1n) * 2n));
  const sql = `select doc, body from {ticket_conversation} ${conditions.text} order by place, id`;
  const found = await lines<{ doc: string; body: string }>(read, sql, conditions.bindings);
  return found
    .map(({ doc, body }) => ({ ...(JSON.parse(doc) as TicketConversationRow), body }))
    .filter(({ kind }) => kind !== 'title');
}
