import { STILL } from '#projections/history/derived.ts';
import { entryFacts } from '#projections/history/entry.ts';
import { relationTo } from '#projections/ticketAudience/query.ts';
import { readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { rowsFor } from '#projections/visible.ts';
import { changesOf, type Telling } from './changes.ts';
import { changesElsewhere, elsewhere, type Elsewhere } from './elsewhere.ts';
import { replay, type Replayed } from './replay.ts';
import type { TicketHistoryRow } from './row.ts';
import { tellingFor, type TicketTelling } from './telling.ts';

/**
 * Every event of a ticket that the viewer may know of, in order, with those of other tickets that were merged into it
 * or related to it; undefined where the ticket does not exist for them.
 */
export async function ticketHistory(
  read: ReadDatabase,
  viewer: Viewer,
  ticketId: string,
): Promise<TicketHistoryRow[] | undefined> {
  if (!(await relationTo(read, viewer, ticketId))) return undefined;
  const [steps, others] = await Promise.all([replay(read, [ticketId]), elsewhere(read, ticketId)]);
  const telling = await tellingFor(read, viewer, { steps, others });
  const all = readsAll(viewer, 'internalNotes');
  const own = steps.map((step, index) => rowOf(step, steps[index + 1], telling));
  const untold = new Set(steps.flatMap(({ event }) => (isTold(event, telling) ? [] : event.eventId)));
  const rows = [...own, ...others.flatMap((one) => rowElsewhere(one, own, telling))]
    .filter(({ visibility, eventId }) => (all || visibility === 'public') && !untold.has(eventId))
    .sort((a, b) => Number(BigInt(a.position) - BigInt(b.position)));
  const states = await rowsFor(
    read,
    viewer,
    rows.map(({ state }) => state),
  );
  return rows.map((row, index) => ({ ...row, state: states[index] ?? row.state }));
}

/** That a text was removed is as public as the text was, as the conversation says so too. */
const isPublic = ({ event, line }: Replayed, { spoken }: Telling): boolean =>
  event.type === 'CommentRedacted' ? spoken.has(event.data.commentId) : line.internal === 0;

/** That a thing came or went is told to those who may know of the thing. */
const isTold = (event: Replayed['event'], { things }: Telling): boolean =>
  !(event.type === 'EquipmentLinked' || event.type === 'EquipmentUnlinked') ||
  things.has(event.data.equipmentId);

function rowOf(step: Replayed, next: Replayed | undefined, telling: Telling): TicketHistoryRow {
  const { event, line, after, look } = step;
  return {
    ticketId: event.entityId,
    other: null,
    ...entryFacts(event, look),
    changes: changesOf(step, telling),
    visibility: isPublic(step, telling) ? 'public' : 'internal',
    validFrom: after.queue.updatedAt,
    validTo: line.valid_to === STILL ? null : (next?.after.queue.updatedAt ?? null),
    state: after.queue,
  };
}

/** What another ticket brought or took, with the state in which it found this one; where the viewer may read it. */
function rowElsewhere(
  one: Elsewhere,
  own: readonly TicketHistoryRow[],
  { called, tickets }: TicketTelling,
): TicketHistoryRow[] {
  const { event, line, names } = one;
  const other = called.get(event.entityId);
  const found = own.findLast(({ position }) => BigInt(position) < event.position);
  const changes = changesElsewhere(one, tickets);
  if (!other || !found || changes.length === 0) return [];
  const { ticketId, revision, validFrom, validTo, state } = found;
  const visibility = line.internal === 0 ? 'public' : 'internal';
  const entry = entryFacts(event, names(event.position));
  return [{ ...entry, ticketId, other, revision, changes, visibility, validFrom, validTo, state }];
}
