import type { EventType } from '#domain/catalogue.ts';
import type { Recorded } from '#eventstore/journal.ts';
import type { Derived, Look, Step } from '#projections/projection.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import { DESK_NAME } from '#projections/words.ts';
import type { RowChange, Value } from '#projections/write.ts';

const TABLE = 'ticket_history';
const COLUMNS = [
  'id',
  'ticket_id',
  'revision',
  'valid_from',
  'valid_to',
  'status',
  'internal',
  'entry',
  'state',
];
/** `valid_to` of a state that still holds. */
export const STILL = 9_007_199_254_740_991;

/** What is kept of an event: all that a row's fold needs to be repeated, and the names that stood then. */
export function entryOf(event: Recorded, look: Look): object {
  const { eventId, type, by, at, recordedAt, meta, data } = event;
  const { actorRole, command, commandId, correlationId, causationId } = meta;
  return {
    eventId,
    type,
    actorId: by,
    actorName: look.user(by) ?? DESK_NAME,
    actorRole,
    command,
    commandId,
    correlationId,
    causationId,
    occurredAt: at,
    recordedAt,
    data,
    ...('userId' in data ? { about: look.user(data.userId) } : {}),
  };
}

const STAFF_ONLY: readonly EventType[] = [
  'WorkLogged',
  'CommentRedacted',
  'TicketsRelated',
  'TicketsUnrelated',
];

/** Whether an event is about something that only staff sees. */
export const isInternal = (event: Pick<Recorded, 'type' | 'data'>): boolean =>
  STAFF_ONLY.includes(event.type) || ('visibility' in event.data && event.data.visibility === 'internal');

const instantOf = (row: TicketQueueRow): number => Date.parse(row.updatedAt);

/** The ticket's line after each event, from when until when it stood; lines are only added. */
export const ticketHistory: Derived<TicketQueueRow> = {
  shape: {
    name: TABLE,
    id: 'ordinal',
    doc: false,
    columns: {
      ticket_id: 'id',
      revision: 'integer',
      valid_from: 'ordinal',
      valid_to: 'ordinal',
      status: 'word',
      internal: 'integer',
      entry: 'text',
      state: 'text',
    },
    indexes: [
      ['ticket_id', 'revision'],
      ['status', 'valid_to'],
    ],
  },
  follow: (textOf) => {
    const rows = new Map<string, Value[]>();
    const closed: [Value, Value][] = [];
    const changes: RowChange[] = [];
    const close = (before: TicketQueueRow, validTo: number) => {
      const inBatch = rows.get(before.position);
      if (inBatch) inBatch[4] = validTo;
      else closed.push([BigInt(before.position), validTo]);
    };
    const line = ({ event, look }: Step<TicketQueueRow>, after: TicketQueueRow, from: number): Value[] => [
      event.position,
      after.ticketId,
      Number(event.revision),
      from,
      STILL,
      after.status,
      isInternal(event) ? 1 : 0,
      JSON.stringify(entryOf(event, look)),
      textOf(after),
    ];
    return {
      step: (step) => {
        const { before, after } = step;
        if (!after) return;
        const from = instantOf(after);
        if (before) close(before, from);
        rows.set(after.position, line(step, after, from));
        const { ticketId, revision, position } = after;
        changes.push({ table: TABLE, key: ticketId, before: null, row: null, revision, position });
      },
      done: () => ({
        writes: [
          { kind: 'assign', table: TABLE, column: 'valid_to', pairs: closed },
          { kind: 'put', table: TABLE, columns: COLUMNS, rows: [...rows.values()] },
        ],
        changes,
      }),
    };
  },
};
