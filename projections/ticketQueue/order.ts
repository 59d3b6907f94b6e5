import { priority } from '#domain/ticket/words.ts';
import { cursorOf, placeOf } from '#projections/cursor.ts';
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

export const orderText = ({ column, descending }: Order): string => {
  const direction = descending ? 'desc' : 'asc';
  return column === 'number'
    ? `order by number ${direction}`
    : `order by ${column} ${direction}, number ${direction}`;
};

/** Only what comes after the line that a cursor names. */
export function after(conditions: Conditions, order: Order, cursor: string | undefined): Conditions {
  if (cursor === undefined) return conditions;
  const { value, id } = placeOf(cursor, order.sort);
  const than = order.descending ? '<' : '>';
  return conditions.add(
    `(${order.column} ${than} ? or (${order.column} = ? and number ${than} ?))`,
    value,
    value,
    Number(id),
  );
}

export const cursorAfter = (row: TicketQueueRow, { sort, field }: Order): string =>
  cursorOf(sort, { value: valueOf[field](row), id: String(row.number) });
