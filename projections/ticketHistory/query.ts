import { equipmentByIds } from '#projections/equipmentRegister/query.ts';
import { STILL } from '#projections/history/derived.ts';
import { entryFacts } from '#projections/history/entry.ts';
import { relationTo } from '#projections/ticketAudience/query.ts';
import { readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { ticketsByIds } from '#projections/ticketQueue/query.ts';
import { rowsFor } from '#projections/visible.ts';
import { UNKNOWN } from '#projections/words.ts';
import { changesOf, type Telling } from './changes.ts';
import { replay, type Replayed } from './replay.ts';
import type { TicketHistoryRow } from './row.ts';

/** Every event of a ticket that the viewer may know of, in order; undefined where the ticket does not exist for them. */
export async function ticketHistory(
  read: ReadDatabase,
  viewer: Viewer,
  ticketId: string,
): Promise<TicketHistoryRow[] | undefined> {
  if (!(await relationTo(read, viewer, ticketId))) return undefined;
  const steps = await replay(read, [ticketId]);
  const telling: Telling = {
    ...commentsOf(steps),
    tickets: await ticketsNamed(read, viewer, steps),
    things: await thingsNamed(read, viewer, steps),
  };
  const all = readsAll(viewer, 'internalNotes');
  const rows = steps
    .flatMap((step, index) => (isTold(step, telling) ? [rowOf(step, steps[index + 1], telling)] : []))
    .filter(({ visibility }) => all || visibility === 'public');
  const states = await rowsFor(
    read,
    viewer,
    rows.map(({ state }) => state),
  );
  return rows.map((row, index) => ({ ...row, state: states[index] ?? row.state }));
}

function commentsOf(steps: readonly Replayed[]): Pick<Telling, 'redacted' | 'spoken'> {
  const redacted = new Set<string>();
  const spoken = new Set<string>();
  for (const { event } of steps)
    if (event.type === 'CommentRedacted') redacted.add(event.data.commentId);
    else if (event.type === 'CommentAdded' && event.data.visibility === 'public')
      spoken.add(event.data.commentId);
  return { redacted, spoken };
}

/** That a text was removed is as public as the text was, as the conversation says so too. */
const isPublic = ({ event, line }: Replayed, { spoken }: Telling): boolean =>
  event.type === 'CommentRedacted' ? spoken.has(event.data.commentId) : line.internal === 0;

/** That a thing came or went is told to those who may know of the thing. */
const isTold = ({ event }: Replayed, { things }: Telling): boolean =>
  !(event.type === 'EquipmentLinked' || event.type === 'EquipmentUnlinked') ||
  things.has(event.data.equipmentId);

/** The tickets that a story tells of, as people call them; those that the viewer may read. */
async function ticketsNamed(
  read: ReadDatabase,
  viewer: Viewer,
  steps: readonly Replayed[],
): Promise<ReadonlyMap<string, string>> {
  const ids = steps.flatMap(({ after: { queue, facts } }) =>
    [...facts.related, queue.merged?.into ?? []].flat(),
  );
  const tickets = await ticketsByIds(read, viewer, [...new Set(ids)]);
  return new Map(tickets.map(({ ticketId, number, title }) => [ticketId, `#${String(number)} ${title}`]));
}

async function thingsNamed(
  read: ReadDatabase,
  viewer: Viewer,
  steps: readonly Replayed[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(steps.flatMap(({ after: { facts } }) => facts.equipmentIds));
  const things = await equipmentByIds(read, viewer, [...ids]);
  const named = things.map(({ equipmentId, tag, name }) => [equipmentId, `${tag} ${name}`] as const);
  // To those who read all of them, what no table knows is there all the same.
  const unknown = readsAll(viewer, 'equipment') ? [...ids].map((id) => [id, UNKNOWN] as const) : [];
  return new Map([...unknown, ...named]);
}

function rowOf(step: Replayed, next: Replayed | undefined, telling: Telling): TicketHistoryRow {
  const { event, line, after, look } = step;
  return {
    ticketId: event.entityId,
    ...entryFacts(event, look),
    changes: changesOf(step, telling),
    visibility: isPublic(step, telling) ? 'public' : 'internal',
    validFrom: after.queue.updatedAt,
    validTo: line.valid_to === STILL ? null : (next?.after.queue.updatedAt ?? null),
    state: after.queue,
  };
}
