import { BadCursor, cursorOf, placeOf } from './cursor.ts';
import { firstLine, isId, lines, type Conditions } from './reader.ts';
import type { Page, ReadDatabase } from './readDatabase.ts';
import { holds, parseSearch } from './search.ts';

export interface RecordFilters {
  /** Words that begin so. */
  readonly q?: string | undefined;
  readonly status?: string | undefined;
  readonly cursor?: string | undefined;
  /** 1 to 500; 100 where it is not given. */
  readonly limit?: number | undefined;
}

interface List {
  readonly table: string;
  /** The columns of the table's full-text index. */
  readonly fullText: readonly string[];
  readonly conditions: Conditions;
}

const SORT = 'name';
const LIMIT = 100;

/** Records in the order of their names. Throws {@link BadCursor}. */
export async function listRecords<R extends { readonly name: string }>(
  read: ReadDatabase,
  { table, fullText, conditions }: List,
  filters: RecordFilters,
): Promise<Page<R>> {
  conditions.is('t.status', filters.status);
  if (filters.q !== undefined) named(read, { table, fullText, conditions }, filters.q);
  if (filters.cursor !== undefined) {
    const { value, id } = placeOf(filters.cursor, SORT);
    if (typeof value !== 'string' || !isId(id)) throw new BadCursor('The cursor cannot be read.');
    conditions.add('(t.name > ? or (t.name = ? and t.id > ?))', value, value, id);
  }
  const limit = filters.limit ?? LIMIT;
  const sql = `select t.id, t.doc from {${table}} t ${conditions.text} order by t.name, t.id limit ${String(limit + 1)}`;
  const found = await lines<{ id: string; doc: string }>(read, sql, conditions.bindings);
  const shown = found.slice(0, limit).map(({ id, doc }) => ({ id, row: JSON.parse(doc) as R }));
  const last = shown.at(-1);
  return {
    items: shown.map(({ row }) => row),
    next: found.length > limit && last ? cursorOf(SORT, { value: last.row.name, id: last.id }) : null,
  };
}

/** Names that begin with what was typed, and those that hold all of its words. */
function named(read: ReadDatabase, { table, fullText, conditions }: List, q: string): void {
  const typed = q.trim();
  const { terms } = parseSearch(typed);
  if (typed === '') return;
  const begins = `${typed.replaceAll(/[!%_]/g, '!$&')}%`;
  const parts = terms.map((term) => holds(read, table, { columns: fullText, term, many: true }));
  const words = parts.length > 0 ? ` or (${parts.map(({ text }) => text).join(' and ')})` : '';
  conditions.add(`(t.name like ? escape '!'${words})`, begins, ...parts.flatMap(({ bindings }) => bindings));
}

/** One record; undefined where there is none. */
export async function findRecord<R>(read: ReadDatabase, table: string, id: string): Promise<R | undefined> {
  if (!isId(id)) return undefined;
  const line = await firstLine<{ doc: string }>(read, `select doc from {${table}} where id = ?`, [id]);
  return line && (JSON.parse(line.doc) as R);
}
