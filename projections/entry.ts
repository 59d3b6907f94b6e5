import type { DomainEvent } from '#domain/catalogue.ts';
import { streamOf, userId } from '#domain/ids.ts';
import { role } from '#domain/role.ts';
import type { Recorded } from '#eventstore/journal.ts';

/** Stands for the value before it in a kept entry. */
const SAME = 0;

type Kept = readonly [
  eventId: string,
  type: string,
  by: string | null,
  actorRole: string,
  command: string,
  commandId: string,
  correlationId: string | typeof SAME,
  causationId: string | null,
  occurredAt: string,
  recordedAt: string | typeof SAME,
  data: object,
];

/** An event as a history keeps it, short: there are more of these than of anything else. */
export function keptEntry({ eventId, type, by, at, recordedAt, meta, data }: Recorded): string {
  const { actorRole, command, commandId, correlationId, causationId } = meta;
  const kept: Kept = [
    eventId,
    type,
    by,
    actorRole,
    command,
    commandId,
    correlationId === commandId ? SAME : correlationId,
    causationId,
    at,
    recordedAt === at ? SAME : recordedAt,
    data,
  ];
  return JSON.stringify(kept);
}

/** What an event is one of several steps of: a batch, a stock-take, an import; null where it stands alone. */
export const correlationIn = ({ correlationId, commandId }: Recorded['meta']): string | null =>
  correlationId === commandId ? null : correlationId;

export interface EntryLine {
  readonly position: string;
  readonly revision: number;
  readonly category: string;
  readonly entityId: string;
  readonly entry: string;
}

/** The event again, as it was folded. */
export function recordedOf({ position, revision, category, entityId, entry }: EntryLine): Recorded {
  const [eventId, type, by, actorRole, command, commandId, correlation, causationId, at, recordedAt, data] =
    JSON.parse(entry) as Kept;
  const actorId = by === null ? null : userId.parse(by);
  return {
    ...({ type, data } as DomainEvent),
    by: actorId,
    at,
    eventId,
    stream: streamOf(category, entityId),
    entityId,
    revision: BigInt(revision),
    position: BigInt(position),
    recordedAt: recordedAt === SAME ? at : recordedAt,
    meta: {
      commandId,
      command,
      actorId,
      actorRole: actorRole === 'desk' ? 'desk' : role.parse(actorRole),
      correlationId: correlation === SAME ? commandId : correlation,
      causationId,
      occurredAt: at,
    },
  };
}
