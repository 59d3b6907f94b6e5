import { lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';

/** Tickets that were merged into one at any time, also by way of others; with the ticket itself. */
export const EVER_MERGED = `with recursive gone (id) as (
    select id from {ticket_queue} where id = ?
    union select m.by_id from gone join {ticket_mentions} m on m.ticket_id = gone.id and m.type = 'TicketMerged')`;

/** The same without it. */
export async function everMerged(read: ReadDatabase, ticketId: string): Promise<string[]> {
  const found = await lines<{ id: string }>(read, `${EVER_MERGED} select id from gone`, [ticketId]);
  return found.map(({ id }) => id).filter((id) => id !== ticketId);
}

/** Tickets that said at any time that they are related to one. */
export async function everRelating(read: ReadDatabase, ticketId: string): Promise<string[]> {
  const sql = `select distinct by_id from {ticket_mentions} where ticket_id = ? and type = 'TicketsRelated'`;
  return (await lines<{ by_id: string }>(read, sql, [ticketId])).map(({ by_id }) => by_id);
}

/** Those whose survivor, or that one's, is the ticket; `into` has the survivor of each that was merged. */
export function survivedBy(ticketId: string, into: ReadonlyMap<string, string | undefined>): string[] {
  const found = [ticketId];
  for (const id of found)
    for (const [other, survivor] of into) if (survivor === id && !found.includes(other)) found.push(other);
  return found.slice(1);
}
