import type { Recorded } from '#eventstore/journal.ts';
import { change, changesBetween, plain, type Fact, type Facts } from '#projections/history/changes.ts';
import type { Look } from '#projections/projection.ts';
import type { TicketFactsRow } from '#projections/ticketPage/row.ts';
import { textShown } from '#projections/words.ts';
import type { Stood } from './replay.ts';
import type { Change } from './row.ts';

const facts: Readonly<Record<string, (stood: Stood) => Fact>> = {
  number: ({ queue }) => plain(queue.number),
  title: ({ queue }) => plain(queue.title),
  description: ({ facts: page }) => plain(page.description),
  requester: ({ queue }) => ({ is: queue.requesterId, shown: queue.requesterName }),
  status: ({ queue }) => plain(queue.status),
  assignee: ({ queue }) => ({ is: queue.assigneeId, shown: queue.assigneeName }),
  priority: ({ queue }) => plain(queue.priority),
  urgency: ({ queue }) => plain(queue.urgency),
  channel: ({ queue }) => plain(queue.channel),
  room: ({ queue }) => ({ is: queue.roomId, shown: queue.roomName }),
  category: ({ queue }) => ({ is: queue.categoryId, shown: queue.categoryName }),
  pendingReason: ({ facts: page }) => plain(page.pendingReason),
  pendingUntil: ({ queue }) => plain(queue.pendingUntil),
  resolution: ({ facts: page }) => plain(page.resolution),
  reason: ({ facts: page }) => plain(page.reason),
  minutesWorked: ({ facts: page }) => plain(page.minutesWorked === 0 ? null : page.minutesWorked),
  rating: ({ facts: page }) => plain(page.rating?.score ?? null),
  ratingComment: ({ facts: page }) => plain(page.rating?.comment ?? null),
};

/** What a viewer may be told of. */
export interface Telling {
  /** Comments whose words are gone. */
  readonly redacted: ReadonlySet<string>;
  /** Comments that were said to all. */
  readonly spoken: ReadonlySet<string>;
  /** Other tickets that they may read by their ids, as people call them. */
  readonly tickets: ReadonlyMap<string, string>;
  /** Things that they may read by their ids, as people call them. */
  readonly things: ReadonlyMap<string, string>;
}

/** Everything that there may be several of, or none, as facts by a key that stays. */
function manyOf({ queue, facts: page }: Stood, look: Look, { tickets, things }: Telling): Facts {
  const named = (names: ReadonlyMap<string, string>, field: string) => (id: string) => {
    const name = names.get(id);
    return name === undefined ? [] : [[`${field} ${id}`, field, { is: id, shown: name }] as const];
  };
  const all: (readonly [key: string, field: string, Fact])[] = [
    ...[queue.merged?.into ?? []].flat().flatMap(named(tickets, 'mergedInto')),
    ...queue.tags.map((tag) => [`tag ${tag}`, 'tag', plain(tag)] as const),
    ...page.watchers.map((id) => [`watcher ${id}`, 'watcher', { is: id, shown: look.user(id) }] as const),
    ...page.equipmentIds.flatMap(named(things, 'equipment')),
    ...page.related.flatMap(named(tickets, 'related')),
    ...page.images.map(({ imageId, kind }) => [`image ${imageId}`, 'image', plain(kind)] as const),
    ...checklistOf(page),
    ...Object.entries(page.fields).map(
      ([key, value]) => [`field ${key}`, `fields.${key}`, plain(value)] as const,
    ),
  ];
  return new Map(all.map(([key, field, fact]) => [key, [field, fact]]));
}

const checklistOf = ({ checklist }: TicketFactsRow) =>
  checklist.flatMap(({ itemId, text, ticked }) => [
    [`item ${itemId}`, 'checklist', plain(text)] as const,
    [`ticked ${itemId}`, `checklist.${text}`, plain(ticked)] as const,
  ]);

/** What was said, unless it has been redacted since. */
function saidIn(event: Recorded, { redacted }: Telling): Change[] {
  if (event.type === 'CommentAdded') {
    const body = redacted.has(event.data.commentId) ? '' : textShown(event.data.body);
    return [{ field: 'comment', from: null, to: body }];
  }
  if (event.type === 'WorkLogged') return [{ field: 'note', from: null, to: textShown(event.data.note) }];
  return event.type === 'CommentRedacted' ? [{ field: 'reason', from: null, to: event.data.reason }] : [];
}

interface Step {
  readonly event: Recorded;
  readonly before: Stood | null;
  readonly after: Stood;
  readonly look: Look;
}

/** Each fact that an event changed, in the words of then; when a record begins, every fact that it begins with. */
export function changesOf({ event, before, after, look }: Step, telling: Telling): Change[] {
  const single = Object.entries(facts).flatMap(([field, of]) =>
    change(field, before ? of(before) : undefined, of(after)),
  );
  const had: Facts = before ? manyOf(before, look, telling) : new Map<never, never>();
  const several = changesBetween(had, manyOf(after, look, telling));
  return [...single, ...several, ...saidIn(event, telling)];
}
