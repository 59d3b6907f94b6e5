import type { EventType } from '#domain/catalogue.ts';
import { priority } from '#domain/ticket/words.ts';
import type { Recorded } from '#eventstore/journal.ts';
import { keptEntry } from '#projections/entry.ts';
import { historyOf } from '#projections/history/derived.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';

const STAFF_ONLY: readonly EventType[] = [
  'WorkLogged',
  'CommentRedacted',
  'TicketsRelated',
  'TicketsUnrelated',
];

/** Whether an event is about something that only staff sees. */
export const isInternal = (event: Pick<Recorded, 'type' | 'data'>): boolean =>
  STAFF_ONLY.includes(event.type) || ('visibility' in event.data && event.data.visibility === 'internal');

/** One line an event: what a list may ask of the ticket after it, and the event. */
export const ticketHistory = historyOf<TicketQueueRow>({
  table: 'ticket_history',
  record: 'ticket_id',
  columns: {
    internal: 'integer',
    number: 'integer',
    status: 'word',
    priority: 'integer',
    urgency: 'word',
    requester_id: 'id',
    assignee_id: 'id',
    room_id: 'id',
    category_id: 'id',
    opened_at: 'ordinal',
    tags: 'text',
    entry: 'text',
  },
  indexes: [
    ['ticket_id', 'revision'],
    ['status', 'valid_to'],
  ],
  valuesOf: (row, event) => [
    isInternal(event) ? 1 : 0,
    row.number,
    row.status,
    priority.options.indexOf(row.priority),
    row.urgency,
    row.requesterId,
    row.assigneeId,
    row.roomId,
    row.categoryId,
    Date.parse(row.openedAt),
    row.tags.length > 0 ? JSON.stringify(row.tags) : null,
    keptEntry(event),
  ],
});
