import type { Value, Write } from './write.ts';

/** Characters of one statement; servers take 16 MiB and more. */
const STATEMENT_SIZE = 1_000_000;

/** The statements as ready texts: thousands of rows cost the least so. */
export function* statements(table: string, write: Write): Iterable<string> {
  switch (write.kind) {
    case 'put':
      yield* put(table, write);
      return;
    case 'remove':
      for (const list of chunks(write.ids.map(literal), ','))
        yield `delete from ${table} where id in (${list})`;
      return;
    case 'assign':
      yield* assign(table, write);
      return;
    case 'set':
      yield set(table, write);
      return;
    default:
      write satisfies never;
  }
}

function* put(table: string, { columns, rows, adds }: Extract<Write, { kind: 'put' }>): Iterable<string> {
  const changes = columns
    .slice(1)
    .map((column) =>
      column === adds ? `${column}=${column}+values(${column})` : `${column}=values(${column})`,
    );
  const head = `insert into ${table} (${columns.join(',')}) values `;
  const tail = ` on duplicate key update ${changes.join(',')}`;
  for (const list of chunks(Array.from(rows, tuple), ',')) yield head + list + tail;
}

function* assign(table: string, { column, pairs }: Extract<Write, { kind: 'assign' }>): Iterable<string> {
  for (const list of chunks(
    pairs.map(([id, value]) => `[${String(id)},${String(value)}]`),
    ',',
  )) {
    const given = `json_table('[${list}]', '$[*]' columns (k bigint path '$[0]', v bigint path '$[1]')) given`;
    yield `update ${given} straight_join ${table} t on t.id = given.k set t.${column} = given.v`;
  }
}

function set(table: string, { where, columns, fields }: Extract<Write, { kind: 'set' }>): string {
  const patch = Object.entries(fields).map(([field, value]) => `${literal(`$.${field}`)}, ${literal(value)}`);
  const changes = Object.entries(columns).map(([column, value]) => `${column} = ${literal(value)}`);
  const doc = patch.length > 0 ? [`doc = json_set(doc, ${patch.join(', ')})`] : [];
  return `update ${table} set ${[...doc, ...changes].join(', ')} where ${where.column} = ${literal(where.is)}`;
}

const tuple = (row: readonly Value[]): string => `(${row.map(literal).join(',')})`;

/** A value as SQL, in the session that `openDatabase` sets: UTF-8, backslash escapes on. */
function literal(value: Value): string {
  if (value === null) return 'null';
  if (typeof value !== 'string') return String(value);
  const escaped = value.includes('\\') ? value.replaceAll('\\', '\\\\') : value;
  return `'${escaped.includes("'") ? escaped.replaceAll("'", "''") : escaped}'`;
}

/** Joins parts to texts of limited size. */
function* chunks(parts: readonly string[], separator: string): Iterable<string> {
  let start = 0;
  let size = 0;
  for (const [index, part] of parts.entries()) {
    size += part.length;
    if (size < STATEMENT_SIZE) continue;
    yield parts.slice(start, index + 1).join(separator);
    start = index + 1;
    size = 0;
  }
  if (start < parts.length) yield parts.slice(start).join(separator);
}
