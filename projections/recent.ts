import { BadCursor, cursorOf, placeOf } from './cursor.ts';
import { isId, lines, type Conditions } from './reader.ts';
import type { Page, ReadDatabase } from './readDatabase.ts';

export interface RecentFilters {
  readonly cursor?: string | undefined;
  /** 1 to 500; 50 where it is not given. */
  readonly limit?: number | undefined;
}

const SORT = '-startedAt';
const LIMIT = 50;

/** Records that were started, the last first. Throws {@link BadCursor}. */
export async function listRecent<R extends { readonly startedAt: string }>(
  read: ReadDatabase,
  { table, conditions }: { readonly table: string; readonly conditions: Conditions },
  { cursor, limit = LIMIT }: RecentFilters,
): Promise<Page<R>> {
  if (cursor !== undefined) {
    const { value, id } = placeOf(cursor, SORT);
    if (typeof value !== 'number' || !isId(id)) throw new BadCursor('The cursor cannot be read.');
    conditions.add('(started_at < ? or (started_at = ? and id < ?))', value, value, id);
  }
  const sql = `select id, doc from {${table}} ${conditions.text}
    order by started_at desc, id desc limit ${String(limit + 1)}`;
  const found = await lines<{ id: string; doc: string }>(read, sql, conditions.bindings);
  const shown = found.slice(0, limit).map(({ id, doc }) => ({ id, row: JSON.parse(doc) as R }));
  const last = shown.at(-1);
  const more = found.length > limit && last !== undefined;
  return {
    items: shown.map(({ row }) => row),
    next: more ? cursorOf(SORT, { value: Date.parse(last.row.startedAt), id: last.id }) : null,
  };
}
