import type { EventType } from '#domain/catalogue.ts';
import { priority } from '#domain/ticket/words.ts';
import type { Recorded } from '#eventstore/journal.ts';
import { keptEntry } from '#projections/entry.ts';
import type { Derived } from '#projections/projection.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import type { ColumnType, RowChange, Value } from '#projections/write.ts';

const TABLE = 'ticket_history';
/** `valid_to` of a state that still holds. */
export const STILL = 9_007_199_254_740_991;

const STAFF_ONLY: readonly EventType[] = [
  'WorkLogged',
  'CommentRedacted',
  'TicketsRelated',
  'TicketsUnrelated',
];

/** Whether an event is about something that only staff sees. */
export const isInternal = (event: Pick<Recorded, 'type' | 'data'>): boolean =>
  STAFF_ONLY.includes(event.type) || ('visibility' in event.data && event.data.visibility === 'internal');

const columns = {
  ticket_id: 'id',
  revision: 'integer',
  valid_from: 'ordinal',
  valid_to: 'ordinal',
  internal: 'integer',
  number: 'integer',
  status: 'word',
  priority: 'integer',
  urgency: 'word',
  requester_id: 'id',
  assignee_id: 'id',
  room_id: 'id',
  category_id: 'id',
  merged_into: 'id',
  opened_at: 'ordinal',
  tags: 'text',
  entry: 'text',
} as const satisfies Record<string, ColumnType>;
const COLUMNS = ['id', ...Object.keys(columns)];
const VALID_TO = COLUMNS.indexOf('valid_to');

/** In the order of the columns. */
const lineOf = (event: Recorded, row: TicketQueueRow, from: number): Value[] => [
  event.position,
  row.ticketId,
  Number(event.revision),
  from,
  STILL,
  isInternal(event) ? 1 : 0,
  row.number,
  row.status,
  priority.options.indexOf(row.priority),
  row.urgency,
  row.requesterId,
  row.assigneeId,
  row.roomId,
  row.categoryId,
  row.merged?.into ?? null,
  Date.parse(row.openedAt),
  row.tags.length > 0 ? JSON.stringify(row.tags) : null,
  keptEntry(event),
];

/**
 * One line an event: what a list may ask of the ticket after it, from when until when that stood, and the event, so
 * that all else of the ticket can be folded again. Lines are only added.
 */
export const ticketHistory: Derived<TicketQueueRow> = {
  shape: {
    name: TABLE,
    id: 'ordinal',
    doc: false,
    columns,
    indexes: [['ticket_id', 'revision'], ['status', 'valid_to'], ['merged_into']],
  },
  follow: () => {
    const lines = new Map<string, Value[]>();
    const closed: [Value, Value][] = [];
    const changes: RowChange[] = [];
    const close = (before: TicketQueueRow, validTo: number) => {
      const inBatch = lines.get(before.position);
      if (inBatch) inBatch[VALID_TO] = validTo;
      else closed.push([BigInt(before.position), validTo]);
    };
    return {
      step: ({ before, after, event }) => {
        if (!after) return;
        const from = Date.parse(after.updatedAt);
        if (before) close(before, from);
        lines.set(after.position, lineOf(event, after, from));
        const { ticketId, revision, position } = after;
        changes.push({ table: TABLE, key: ticketId, before: null, row: null, revision, position });
      },
      done: () => ({
        writes: [
          { kind: 'assign', table: TABLE, column: 'valid_to', pairs: closed },
          { kind: 'put', table: TABLE, columns: COLUMNS, rows: [...lines.values()] },
        ],
        changes,
      }),
    };
  },
};
