import { namesNow } from '#projections/knownNames/query.ts';
import { lines, readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { ticketsByIds } from '#projections/ticketQueue/query.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import { queueRowFor } from '#projections/visible.ts';
import { UNKNOWN } from '#projections/words.ts';
import type { TicketFactsRow, TicketPageRow } from './row.ts';

/** A ticket's line and facts put together for its reader: names for ids, and nothing that they may not read. */
export async function presentTicket(
  read: ReadDatabase,
  viewer: Viewer,
  {
    queue,
    facts,
    mergedFrom: from,
  }: { queue: TicketQueueRow; facts: TicketFactsRow; mergedFrom: readonly string[] },
): Promise<TicketPageRow> {
  const { watchers, related, relatedBy, merged: _, ...shown } = facts;
  const others = [...new Set([...related, ...relatedBy])];
  const [names, tickets] = await Promise.all([namesNow(read, watchers), ticketsByIds(read, viewer, others)]);
  return queueRowFor(viewer, {
    ...shown,
    ...queue,
    watchers: watchers.map((userId) => ({ userId, name: names.get(userId) ?? UNKNOWN })),
    related: tickets.map(({ ticketId, number, title }) => ({ ticketId, number, title })),
    mergedInto: queue.merged?.into ?? null,
    mergedFrom: from,
  });
}

/** The tickets that are, or were at an instant, merged into one, as far as the viewer may read them. */
export async function mergedFrom(
  read: ReadDatabase,
  viewer: Viewer,
  { ticketId, at }: { readonly ticketId: string; readonly at?: string },
): Promise<string[]> {
  const moment = at === undefined ? [] : [Date.parse(at), Date.parse(at)];
  const sql =
    at === undefined
      ? 'select id from {ticket_queue} where merged_into = ?'
      : 'select distinct ticket_id as id from {ticket_history} where merged_into = ? and valid_from <= ? and valid_to > ?';
  const ids = (await lines<{ id: string }>(read, sql, [ticketId, ...moment])).map(({ id }) => id);
  if (ids.length === 0 || readsAll(viewer, 'tickets')) return ids;
  return (await ticketsByIds(read, viewer, ids)).map((row) => row.ticketId);
}
