import type { Recorded } from '#eventstore/journal.ts';
import type { Look } from '#projections/projection.ts';
import type { HistoryEntry } from '#projections/ticketHistory/row.ts';
import { DESK_NAME } from '#projections/words.ts';

/** Who did it and why, and both times. */
export function entryFacts(event: Recorded, look: Look): Omit<HistoryEntry, 'changes'> {
  const { actorRole, command, commandId, correlationId, causationId } = event.meta;
  return {
    eventId: event.eventId,
    position: String(event.position),
    revision: String(event.revision),
    type: event.type,
    actorId: event.by,
    actorName: look.user(event.by) ?? DESK_NAME,
    actorRole,
    command,
    commandId,
    correlationId,
    causationId,
    occurredAt: event.at,
    recordedAt: event.recordedAt,
  };
}
