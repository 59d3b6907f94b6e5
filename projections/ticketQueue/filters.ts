import type { Priority, TicketStatus, Urgency } from '#domain/ticket/words.ts';
import { priority } from '#domain/ticket/words.ts';
import { isSqlite } from '#projections/database.ts';
import { Conditions, readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { holds, parseSearch, type Sought } from '#projections/search.ts';

export interface TicketFilters {
  readonly status?: readonly TicketStatus[];
  /** User ids, and `none` for tickets that nobody is assigned to. */
  readonly assignee?: readonly string[];
  readonly requester?: string;
  readonly room?: string;
  readonly category?: string;
  readonly tag?: string;
  readonly priority?: readonly Priority[];
  readonly urgency?: readonly Urgency[];
  /** Words that the ticket's text holds, or its number. */
  readonly q?: string;
  readonly sort?: TicketSort;
  readonly cursor?: string;
  /** 1 to 500; 50 where it is not given. */
  readonly limit?: number;
  /** RFC 3339: the queue as it stood at that moment. */
  readonly asOf?: string;
}

export type SortField = 'updatedAt' | 'openedAt' | 'number' | 'priority';
export type TicketSort = SortField | `-${SortField}`;

/** The column that has a ticket's id, in the queue and in its history. */
export type KeyColumn = 'id' | 'ticket_id';

export function ticketConditions(
  read: ReadDatabase,
  viewer: Viewer,
  filters: TicketFilters,
  key: KeyColumn,
): Conditions {
  const conditions = new Conditions()
    .oneOf('status', filters.status)
    .is('requester_id', filters.requester)
    .is('room_id', filters.room)
    .is('category_id', filters.category)
    .oneOf('urgency', filters.urgency)
    .oneOf(
      'priority',
      filters.priority?.map((one) => priority.options.indexOf(one)),
    );
  assignedTo(conditions, filters.assignee);
  if (filters.tag !== undefined) tagged(read, conditions, filters.tag);
  if (!readsAll(viewer, 'tickets')) takingPart(conditions, key, viewer);
  if (filters.q !== undefined) holding(read, viewer, { conditions, key, sought: parseSearch(filters.q) });
  return conditions;
}

export const takingPart = (conditions: Conditions, key: KeyColumn, { userId }: Viewer): Conditions =>
  conditions.add(`${key} in (select ticket_id from {ticket_audience} where user_id = ?)`, userId);

function assignedTo(conditions: Conditions, assignee: TicketFilters['assignee']): void {
  if (!assignee || assignee.length === 0) return;
  const people = assignee.filter((one) => one !== 'none');
  const texts = [
    ...(people.length > 0 ? [`assignee_id in (${people.map(() => '?').join(', ')})`] : []),
    ...(people.length < assignee.length ? ['assignee_id is null'] : []),
  ];
  conditions.add(`(${texts.join(' or ')})`, ...people);
}

function tagged(read: ReadDatabase, conditions: Conditions, tag: string): void {
  if (isSqlite(read.knex)) conditions.add('exists (select 1 from json_each(tags) where value = ?)', tag);
  else conditions.add('json_contains(tags, ?)', JSON.stringify(tag));
}

interface Holding {
  readonly conditions: Conditions;
  readonly key: KeyColumn;
  readonly sought: Sought;
}

/** Each term somewhere in what was said on the ticket; what is internal is searched for staff only. */
function holding(read: ReadDatabase, viewer: Viewer, { conditions, key, sought }: Holding): void {
  const { terms, number } = sought;
  if (terms.length === 0) {
    conditions.add('1 = 0');
    return;
  }
  const visible = readsAll(viewer, 'internalNotes') ? '' : ` and t.visibility = 'public'`;
  const parts = terms.map((term) => {
    const found = holds(read, 'ticket_conversation', ['body', 'short_words'], term);
    return {
      ...found,
      text: `${key} in (select t.ticket_id from {ticket_conversation} t where ${found.text}${visible})`,
    };
  });
  const bindings = parts.flatMap((part) => part.bindings);
  const text = parts.map((part) => part.text).join(' and ');
  if (number === null) conditions.add(text, ...bindings);
  else conditions.add(`(number = ? or (${text}))`, number, ...bindings);
}
