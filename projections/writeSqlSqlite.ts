import type { Value, Write } from './write.ts';

interface Statement {
  readonly sql: string;
  readonly bindings: readonly Value[];
}

const ROWS = 50;

export function* statements(table: string, write: Write): Iterable<Statement> {
  switch (write.kind) {
    case 'put':
      yield* put(table, write);
      return;
    case 'remove':
      yield {
        sql: `delete from ${table} where id in (select value from json_each(?))`,
        bindings: [JSON.stringify(write.ids)],
      };
      return;
    case 'assign':
      yield {
        sql: `update ${table} set ${write.column} = given.value ->> 1 from json_each(?) given where ${table}.id = given.value ->> 0`,
        bindings: [json(write.pairs)],
      };
      return;
    case 'set':
      yield set(table, write);
      return;
    default:
      write satisfies never;
  }
}

function* put(table: string, { columns, rows, adds }: Extract<Write, { kind: 'put' }>): Iterable<Statement> {
  const changes = columns
    .slice(1)
    .map((column) =>
      column === adds ? `${column}=${column}+excluded.${column}` : `${column}=excluded.${column}`,
    );
  const tuple = `(${columns.map(() => '?').join(',')})`;
  const all = [...rows];
  for (let from = 0; from < all.length; from += ROWS) {
    const some = all.slice(from, from + ROWS);
    const values = some.map(() => tuple).join(',');
    yield {
      sql: `insert into ${table} (${columns.join(',')}) values ${values} on conflict (id) do update set ${changes.join(',')}`,
      bindings: some.flat(),
    };
  }
}

function set(table: string, { where, columns, fields }: Extract<Write, { kind: 'set' }>): Statement {
  const patch = Object.entries(fields);
  const doc = patch.length > 0 ? [`doc = json_set(doc${', ?, ?'.repeat(patch.length)})`] : [];
  const changes = [...doc, ...Object.keys(columns).map((column) => `${column} = ?`)];
  return {
    sql: `update ${table} set ${changes.join(', ')} where ${where.column} = ?`,
    bindings: [
      ...patch.flatMap(([field, value]) => [`$.${field}`, value]),
      ...Object.values(columns),
      where.is,
    ],
  };
}

const json = (pairs: readonly (readonly [Value, Value])[]): string =>
  `[${pairs.map(([id, value]) => `[${String(id)},${String(value)}]`).join(',')}]`;
