import { firstLine, lines, readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { readableOf } from '#projections/ticketAudience/query.ts';
import { conversationIn } from '#projections/ticketConversation/past.ts';
import { replay, type Replayed } from '#projections/ticketHistory/replay.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import { pageFor, type TicketSeen } from './pageFor.ts';
import type { TicketFactsRow } from './row.ts';

/** The ticket as it stood at a moment (RFC 3339), or after the event of a revision. */
export type At = { readonly asOf: string } | { readonly revision: string };

/** Whether an event had happened by then. */
type Until = (step: Replayed) => boolean;

/** A ticket as it stood; undefined where it was not there. Words that have been redacted since stay redacted. */
export async function ticketThen(
  read: ReadDatabase,
  viewer: Viewer,
  { ticketId, at }: { readonly ticketId: string; readonly at: At },
): Promise<TicketSeen | undefined> {
  const own = await replay(read, [ticketId]);
  const until = untilOf(own, at);
  const stood = until && own.findLast(until);
  if (!stood) return undefined;
  const { queue, facts } = stood.after;
  const [merged, relating] = await Promise.all([everMerged(read, ticketId), relatingNow(read, ticketId)]);
  const others = new Set([...merged, ...relating, ...facts.related]);
  const readable = await readableOf(read, viewer, [...others]);
  const steps = await replay(read, [...others]);
  const then = new Map(steps.filter(until).map((step) => [step.event.entityId, step.after]));
  const mergedFrom = survivedBy(ticketId, then).filter((id) => readable.has(id));
  const related = [...then].filter(
    ([id, after]) =>
      readable.has(id) && (facts.related.includes(id) || after.facts.related.includes(ticketId)),
  );
  const ticket = await pageFor(read, viewer, {
    queue,
    facts,
    watchers: facts.watchers.map((userId) => ({ userId, name: stood.look.user(userId) })),
    related: byNumber(related.map(([, after]) => after.queue)),
    mergedFrom: byNumber(mergedFrom.flatMap((id) => then.get(id)?.queue ?? [])),
  });
  const threads = [...own, ...steps.filter(({ event }) => mergedFrom.includes(event.entityId))];
  const conversation = conversationIn(threads, until);
  const all = readsAll(viewer, 'internalNotes');
  return { ticket, conversation: conversation.filter(({ visibility }) => all || visibility === 'public') };
}

const byNumber = (rows: readonly TicketQueueRow[]): TicketQueueRow[] =>
  [...rows].sort((a, b) => a.number - b.number);

function untilOf(own: readonly Replayed[], at: At): Until | undefined {
  if ('asOf' in at) {
    const moment = Date.parse(at.asOf);
    return ({ line }) => line.valid_from <= moment;
  }
  const reached = own.find(({ event }) => String(event.revision) === at.revision);
  return reached && (({ event }) => event.position <= reached.event.position);
}

/** Tickets that were merged into one at any time, also by way of others. */
async function everMerged(read: ReadDatabase, ticketId: string): Promise<string[]> {
  const sql = `with recursive gone (id) as (
    select ticket_id from {ticket_merges} where into_id = ?
    union select m.ticket_id from gone join {ticket_merges} m on m.into_id = gone.id) select id from gone`;
  const ids = (await lines<{ id: string }>(read, sql, [ticketId])).map(({ id }) => id);
  return ids.filter((id) => id !== ticketId);
}

/** Tickets that say today that they are related to one. */
async function relatingNow(read: ReadDatabase, ticketId: string): Promise<readonly string[]> {
  const line = await firstLine<{ doc: string }>(read, 'select doc from {ticket_page} where id = ?', [
    ticketId,
  ]);
  return line ? (JSON.parse(line.doc) as TicketFactsRow).relatedBy : [];
}

/** Those whose survivor, or that one's, is the ticket. */
function survivedBy(ticketId: string, then: ReadonlyMap<string, Replayed['after']>): string[] {
  const found = [ticketId];
  for (const id of found)
    for (const [other, { queue }] of then)
      if (queue.merged?.into === id && !found.includes(other)) found.push(other);
  return found.slice(1);
}
