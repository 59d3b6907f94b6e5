import { priority, type Priority, type TicketStatus, type Urgency } from '#domain/ticket/words.ts';
import { Conditions, readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { takingPart } from '#projections/ticketAudience/query.ts';
import { saidAboutIt } from '#projections/ticketConversation/search.ts';
import { tagged } from '#projections/ticketTags/query.ts';

/** Of each list, any; `me` is the viewer. */
export interface TicketFilters {
  readonly status?: readonly TicketStatus[] | undefined;
  /** User ids; `none` for tickets that nobody is assigned to. */
  readonly assignee?: readonly string[] | undefined;
  readonly requester?: readonly string[] | undefined;
  readonly room?: readonly string[] | undefined;
  /** Category ids; `none` for tickets without one. */
  readonly category?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly priority?: readonly Priority[] | undefined;
  readonly urgency?: readonly Urgency[] | undefined;
  /** Words that the ticket's text holds, or its number. */
  readonly q?: string | undefined;
  readonly sort?: TicketSort | undefined;
  readonly cursor?: string | undefined;
  /** 1 to 500; 50 where it is not given. */
  readonly limit?: number | undefined;
  /** RFC 3339: the queue as it stood at that moment. */
  readonly asOf?: string | undefined;
}

export type SortField = 'updatedAt' | 'openedAt' | 'number' | 'priority';
export type TicketSort = SortField | `-${SortField}`;

/** What is narrowed: the queue as it is, or its history; `key` is the column with a ticket's id. */
export interface Narrowed {
  readonly key: 'id' | 'ticket_id';
  readonly now: boolean;
}
export const NOW: Narrowed = { key: 'id', now: true };
export const THEN: Narrowed = { key: 'ticket_id', now: false };

/** The filters with the viewer's own id for `me`. */
export function personally({ userId }: Viewer, filters: TicketFilters): TicketFilters {
  const named = (list: readonly string[] | undefined) => list?.map((one) => (one === 'me' ? userId : one));
  return { ...filters, assignee: named(filters.assignee), requester: named(filters.requester) };
}

/** `filters` name no `me`. */
export function ticketConditions(
  read: ReadDatabase,
  viewer: Viewer,
  filters: TicketFilters,
  what: Narrowed,
): Conditions {
  const conditions = new Conditions()
    .oneOf('status', filters.status)
    .oneOf('requester_id', filters.requester)
    .oneOf('room_id', filters.room)
    .oneOf('urgency', filters.urgency)
    .oneOf(
      'priority',
      filters.priority?.map((one) => priority.options.indexOf(one)),
    );
  oneOrNone(conditions, 'assignee_id', filters.assignee);
  oneOrNone(conditions, 'category_id', filters.category);
  if (filters.tag) tagged(read, conditions, { tags: filters.tag, ...what });
  if (!readsAll(viewer, 'tickets')) takingPart(conditions, what.key, viewer);
  if (filters.q) saidAboutIt(read, conditions, { q: filters.q, key: what.key, viewer });
  return conditions;
}

function oneOrNone(conditions: Conditions, column: string, values: readonly string[] | undefined): void {
  if (!values || values.length === 0) return;
  const ids = values.filter((one) => one !== 'none');
  if (ids.length === values.length) conditions.oneOf(column, ids);
  else if (ids.length === 0) conditions.add(`${column} is null`);
  else conditions.add(`(${column} is null or ${column} in (${ids.map(() => '?').join(', ')}))`, ...ids);
}
