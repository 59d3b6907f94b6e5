import { BadCursor, cursorOf, placeOf } from './cursor.ts';
import { isSqlite } from './database.ts';
import { lines, type Binding, type Conditions } from './reader.ts';
import type { ReadDatabase } from './readDatabase.ts';

/** An order of lines: a column, then their number, both in one direction. */
export interface Order {
  readonly sort: string;
  readonly column: string;
  readonly values: 'number' | 'string';
  readonly descending: boolean;
}

interface Sorting {
  readonly column: string;
  readonly values: Order['values'];
}

export function orderOf<F extends string>(
  sort: F | `-${F}`,
  columns: Readonly<Record<F, Sorting | string>>,
): Order & { readonly field: F } {
  const descending = sort.startsWith('-');
  const field = (descending ? sort.slice(1) : sort) as F;
  const sorting: Sorting | string = columns[field];
  const { column, values } =
    typeof sorting === 'string' ? { column: sorting, values: 'number' as const } : sorting;
  return { sort, field, column, values, descending };
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

/** Only what comes after the line that a cursor names. Throws {@link BadCursor}. */
export function after(conditions: Conditions, order: Order, cursor: string | undefined): Conditions {
  if (cursor === undefined) return conditions;
  const { value, id } = placeOf(cursor, order.sort);
  const number = Number(id);
  if (typeof value !== order.values || !Number.isSafeInteger(number))
    throw new BadCursor('The cursor cannot be read.');
  const than = order.descending ? '<' : '>';
  if (order.column === 'number') return conditions.add(`number ${than} ?`, number);
  const { column } = order;
  return conditions.add(
    `(${column} ${than} ? or (${column} = ? and number ${than} ?))`,
    ...[value, value, number],
  );
}

export interface Statement {
  readonly sql: string;
  readonly bindings: readonly Binding[];
}

/** Which lines stand on a page: one more than was asked for, to know whether there are more. */
export interface KeysetPage {
  readonly table: string;
  readonly numbers: Statement;
  readonly order: Order;
  readonly limit: number;
}

/** Each branch has its lines in the order of an index, of which only the first are looked at. */
export function pageOf(
  read: ReadDatabase,
  { branches, ...page }: Omit<KeysetPage, 'numbers'> & { readonly branches: readonly Conditions[] },
): KeysetPage {
  const { table, order, limit } = page;
  const first = `limit ${String(limit + 1)}`;
  const parts = branches.map(({ text, bindings }) => ({
    sql: `select number, ${order.column} as sorted from {${table}} ${text} ${orderText(order)} ${first}`,
    bindings,
  }));
  const [only] = parts;
  if (only && parts.length === 1) return { ...page, numbers: only };
  const union = parts.map(({ sql }) => (isSqlite(read.knex) ? `select * from (${sql})` : `(${sql})`));
  const sql = `${union.join(' union all ')} ${orderText(sortedBy(order))} ${first}`;
  return { ...page, numbers: { sql, bindings: parts.flatMap(({ bindings }) => bindings) } };
}

const sortedBy = (order: Order): Order => ({
  ...order,
  column: order.column === 'number' ? 'number' : 'sorted',
});

/** A row as JSON text with its place in the order. */
export interface PlacedText {
  readonly doc: string;
  readonly number: number;
  readonly sorted: number | string;
}

/** The rows of a page as JSON texts, in order. */
export async function linesOf(
  read: ReadDatabase,
  { table, numbers, order }: KeysetPage,
): Promise<PlacedText[]> {
  const sql = `select q.doc, page.number, page.sorted from (${numbers.sql}) page
    join {${table}} q on q.number = page.number ${orderText(sortedBy(order), 'page')}`;
  return lines<PlacedText>(read, sql, numbers.bindings);
}

/** Cuts a page from what was found; `next` is the cursor of the page after it. */
export function cut<L extends Pick<PlacedText, 'number' | 'sorted'>>(
  found: readonly L[],
  { order, limit }: Pick<KeysetPage, 'order' | 'limit'>,
): { readonly shown: readonly L[]; readonly next: string | null } {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const more = found.length > limit && last !== undefined;
  return {
    shown,
    next: more ? cursorOf(order.sort, { value: last.sorted, id: String(last.number) }) : null,
  };
}
