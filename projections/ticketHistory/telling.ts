import { equipmentByIds } from '#projections/equipmentRegister/query.ts';
import { readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { ticketsByIds } from '#projections/ticketQueue/query.ts';
import { UNKNOWN } from '#projections/words.ts';
import type { Telling } from './changes.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { Replayed } from './replay.ts';
import type { CalledTicket } from './row.ts';

/** All that a story is made of. */
export interface Story {
  readonly steps: readonly Replayed[];
  readonly others: readonly Elsewhere[];
}

export interface TicketTelling extends Telling {
  /** The other tickets of `tickets`. */
  readonly called: ReadonlyMap<string, CalledTicket>;
}

/** What the viewer may be told of a story. */
export async function tellingFor(read: ReadDatabase, viewer: Viewer, story: Story): Promise<TicketTelling> {
  const called = await ticketsCalled(read, viewer, story);
  return {
    ...commentsOf(story.steps),
    called,
    tickets: new Map([...called].map(([id, { number, title }]) => [id, `#${String(number)} ${title}`])),
    things: await thingsNamed(read, viewer, story.steps),
  };
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

/** The tickets that a story tells of; those that the viewer may read. */
async function ticketsCalled(
  read: ReadDatabase,
  viewer: Viewer,
  { steps, others }: Story,
): Promise<ReadonlyMap<string, CalledTicket>> {
  const own = steps.flatMap(({ after: { queue, facts } }) =>
    [...facts.related, queue.merged?.into ?? []].flat(),
  );
  const ids = [...own, ...others.flatMap(({ event, came, went }) => [event.entityId, ...came, ...went])];
  const tickets = await ticketsByIds(read, viewer, [...new Set(ids)]);
  return new Map(
    tickets.map(({ ticketId, number, title }) => [ticketId, { ticketId, number, title }] as const),
  );
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
