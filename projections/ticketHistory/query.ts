import { relationTo } from '#projections/ticketAudience/query.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { historyFor } from '#projections/visible.ts';
import { DESK_NAME } from '#projections/words.ts';
import { changesOf } from './changes.ts';
import { STILL } from './derived.ts';
import { replay, type Replayed } from './replay.ts';
import type { TicketHistoryRow } from './row.ts';

/** Every event of a ticket in order; undefined where it does not exist for the viewer. */
export async function ticketHistory(
  read: ReadDatabase,
  viewer: Viewer,
  ticketId: string,
): Promise<TicketHistoryRow[] | undefined> {
  if (!(await relationTo(read, viewer, ticketId))) return undefined;
  const steps = await replay(read, [ticketId]);
  const redacted = redactedIn(steps);
  return steps.flatMap((step, index) => {
    const row = historyFor(viewer, rowOf(step, steps[index + 1], redacted));
    return row ? [row] : [];
  });
}

const redactedIn = (steps: readonly Replayed[]): ReadonlySet<string> =>
  new Set(steps.flatMap(({ event }) => (event.type === 'CommentRedacted' ? [event.data.commentId] : [])));

function rowOf(step: Replayed, next: Replayed | undefined, redacted: ReadonlySet<string>): TicketHistoryRow {
  const { event, line, after, look } = step;
  const { actorRole, command, commandId, correlationId, causationId } = event.meta;
  return {
    ticketId: event.entityId,
    eventId: event.eventId,
    position: String(event.position),
    revision: String(event.revision),
    type: event.type,
    changes: changesOf(step, redacted),
    actorId: event.by,
    actorName: look.user(event.by) ?? DESK_NAME,
    actorRole,
    command,
    commandId,
    correlationId,
    causationId,
    occurredAt: event.at,
    recordedAt: event.recordedAt,
    visibility: line.internal === 1 ? 'internal' : 'public',
    validFrom: after.queue.updatedAt,
    validTo: line.valid_to === STILL ? null : (next?.after.queue.updatedAt ?? null),
    state: after.queue,
  };
}
