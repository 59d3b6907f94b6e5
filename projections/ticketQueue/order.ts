import { priority } from '#domain/ticket/words.ts';
import { BadCursor, cursorOf, placeOf } from '#projections/cursor.ts';
import type { Conditions } from '#projections/reader.ts';
import type { SortField, TicketSort } from './filters.ts';
import type { TicketQueueRow } from './row.ts';

const valueOf: Readonly<Record<SortField, (row: TicketQueueRow) => number>> = {
  updatedAt: (row) => Date.parse(row.updatedAt),
  openedAt: (row) => Date.parse(row.openedAt),
  number: (row) => row.number,
  priority: (row) => priority.options.indexOf(row.priority),
};

/** An order of lines: a column, then the number, both in one direction. */
export interface Order {
  readonly sort: TicketSort;
  readonly field: SortField;
  readonly column: string;
  readonly descending: boolean;
}

export function orderOf(sort: TicketSort, columns: Readonly<Record<SortField, string>>): Order {
  const descending = sort.startsWith('-');
  const field = (descending ? sort.slice(1) : sort) as SortField;
  return { sort, field, column: columns[field], descending };
}

/** `from` is the name of what is ordered, where there are several. */
export function orderText(
  { column, descending }: Pick<Order, 'column' | 'descending'>,
  from?: string,
): string {
  const direction = descending ? 'desc' : 'asc';
  const columns = column === 'number' ? [column] : [column, 'number'];
  return `order by ${columns.map((one) => `${from ? `${from}.` : ''}${one} ${direction}`).join(', ')}`;
}

/** Only what comes after the line that a cursor names. */
export function after(conditions: Conditions, order: Order, cursor: string | undefined): Conditions {
  if (cursor === undefined) return conditions;
  const { value, id } = placeOf(cursor, order.sort);
  const number = Number(id);
  if (typeof value !== 'number' || !Number.isSafeInteger(number))
    throw new BadCursor('The cursor cannot be read.');
  const than = order.descending ? '<' : '>';
  if (order.column === 'number') return conditions.add(`number ${than} ?`, number);
  const { column } = order;
  return conditions.add(
    `(${column} ${than} ? or (${column} = ? and number ${than} ?))`,
    ...[value, value, number],
  );
}

export const cursorAfter = (row: TicketQueueRow, { sort, field }: Order): string =>
  cursorOf(sort, { value: valueOf[field](row), id: String(row.number) });
