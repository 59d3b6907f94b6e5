import { readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { readableOf } from '#projections/ticketAudience/query.ts';
import { conversationIn } from '#projections/ticketConversation/past.ts';
import { replay, type Replayed } from '#projections/ticketHistory/replay.ts';
import { everMerged, everRelating, survivedBy } from '#projections/ticketMentions/query.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import { pageFor, type TicketSeen } from './pageFor.ts';

/** The ticket as it stood at a moment (RFC 3339), after the event of a revision, or at a position of the journal. */
export type At = { readonly asOf: string } | { readonly revision: string } | { readonly position: string };

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
  const [merged, relating] = await Promise.all([everMerged(read, ticketId), everRelating(read, ticketId)]);
  const others = new Set([...merged, ...relating, ...facts.related]);
  const readable = await readableOf(read, viewer, [...others]);
  const steps = await replay(read, [...others]);
  const then = new Map(steps.filter(until).map((step) => [step.event.entityId, step.after]));
  const into = new Map([...then].map(([id, after]) => [id, after.queue.merged?.into]));
  const mergedFrom = survivedBy(ticketId, into).filter((id) => readable.has(id));
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
  if ('position' in at) return ({ event }) => event.position <= BigInt(at.position);
  const reached = own.find(({ event }) => String(event.revision) === at.revision);
  return reached && (({ event }) => event.position <= reached.event.position);
}
