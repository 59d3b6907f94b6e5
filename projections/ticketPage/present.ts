import { namesNow } from '#projections/knownNames/query.ts';
import { firstLine, lines } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { conversationOf } from '#projections/ticketConversation/query.ts';
import { ticketsByIds } from '#projections/ticketQueue/query.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import { UNKNOWN } from '#projections/words.ts';
import { pageFor, type TicketSeen } from './pageFor.ts';
import type { TicketFactsRow } from './row.ts';

/** A ticket as it is. */
export async function ticketNow(
  read: ReadDatabase,
  viewer: Viewer,
  ticketId: string,
): Promise<TicketSeen | undefined> {
  const sql = `select q.doc as queue, p.doc as facts from {ticket_queue} q
    join {ticket_page} p on p.id = q.id where q.id = ?`;
  const line = await firstLine<{ queue: string; facts: string }>(read, sql, [ticketId]);
  if (!line) return undefined;
  const queue = JSON.parse(line.queue) as TicketQueueRow;
  const facts = JSON.parse(line.facts) as TicketFactsRow;
  const others = [...new Set([...facts.related, ...facts.relatedBy])];
  const [names, related, merged] = await Promise.all([
    namesNow(read, facts.watchers),
    ticketsByIds(read, viewer, others),
    mergedInto(read, viewer, ticketId),
  ]);
  const watchers = facts.watchers.map((userId) => ({ userId, name: names.get(userId) ?? UNKNOWN }));
  const [ticket, conversation] = await Promise.all([
    pageFor(read, viewer, { queue, facts, watchers, related, mergedFrom: merged }),
    conversationOf(read, viewer, [ticketId, ...merged.map((one) => one.ticketId)]),
  ]);
  return { ticket, conversation };
}

/** The tickets that were merged into one, also by way of others, as far as the viewer may read them. */
async function mergedInto(read: ReadDatabase, viewer: Viewer, ticketId: string): Promise<TicketQueueRow[]> {
  const sql = `with recursive gone (id) as (
    select id from {ticket_queue} where merged_into = ?
    union select q.id from gone join {ticket_queue} q on q.merged_into = gone.id) select id from gone`;
  const ids = (await lines<{ id: string }>(read, sql, [ticketId])).map(({ id }) => id);
  return ticketsByIds(read, viewer, ids);
}
