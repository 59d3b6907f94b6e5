import fc from 'fast-check';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isSqlite, openDatabase } from '#projections/database.ts';
import { createIndexes, createTable } from '#projections/tables.ts';
import { Rows } from '#projections/rows.ts';
import type { Shape, Value, Write } from '#projections/write.ts';
import { carryOut, loadAhead } from '#projections/writeSql.ts';
import { onBothDatabases } from '#tests/support/databases.ts';

const shape: Shape = {
  name: 'things',
  id: 'id',
  doc: true,
  columns: { said: 'text', counted: 'integer', place: 'ordinal' },
  indexes: [['counted'], ['place', 'counted']],
};
const columns = ['id', 'doc', 'said', 'counted', 'place'];
/** So many that they go as a file. */
const ROWS = 700;

const CONTROLS = ['\0', '\t', '\n', '\r\n', '\x1d', '\x1dN', '\x1e', '\x1f'];
const awkward = fc.constantFrom(...CONTROLS, '\\', '\\N', "'", '"', '\u{1F4A5}', 'ü', '中', 'a');
const text = fc.oneof(
  fc.array(awkward, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const line = fc.tuple(
  text.map((said) => JSON.stringify({ said })),
  fc.option(text),
  fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  fc.option(fc.bigInt({ min: -(2n ** 53n) + 1n, max: 2n ** 53n - 1n })),
);
const rows = fc
  .array(line, { minLength: ROWS, maxLength: ROWS })
  .map((lines) => lines.map((values, at): Value[] => [`row-${String(at)}`, ...values]));

const plain = (row: readonly Value[]) =>
  row.map((value) => (typeof value === 'bigint' ? Number(value) : value));

async function stored(database: Knex): Promise<unknown[][]> {
  const found = await database<Record<string, unknown>>('things').select();
  const at = (row: Record<string, unknown>) => Number(String(row['id']).slice(4));
  const inOrder = found.toSorted((a, b) => at(a) - at(b));
  return inOrder.map((row) =>
    columns.map((name) => (name === 'place' && row[name] !== null ? Number(row[name]) : row[name])),
  );
}

onBothDatabases((databases) => {
  let database: Knex;
  beforeAll(async () => {
    database = openDatabase(await databases.fresh());
  });
  afterAll(() => database.destroy());

  it('writes thousands of rows as they are, whatever characters stand in them', async () => {
    const check = async (given: readonly Value[][]): Promise<void> => {
      await createTable(database, 'things', shape);
      const write: Write = { kind: 'put', table: 'things', columns, rows: new Rows(given) };
      const rest = await loadAhead(database, [{ table: 'things', write }]);
      expect(rest.length).toBe(isSqlite(database) ? 1 : 0);
      await database.transaction((trx) => carryOut(trx, [{ table: 'things', write }]));
      expect(await stored(database)).toEqual(given.map(plain));
    };
    await fc.assert(fc.asyncProperty(rows, check), { numRuns: 5 });
  });

  it('writes a row that is longer than what is sent at once', async () => {
    await createTable(database, 'things', shape);
    const rowOf = (at: number, said: string): Value[] => [`row-${String(at)}`, '{}', said, at, null];
    const long = [
      rowOf(0, '中'.repeat(300_000)),
      ...Array.from({ length: ROWS }, (_, at) => rowOf(at + 1, 'a')),
    ];
    const write: Write = { kind: 'put', table: 'things', columns, rows: new Rows(long) };
    await database.transaction((trx) => carryOut(trx, [{ table: 'things', write }]));
    expect(await stored(database)).toEqual(long);
  });

  if (databases.kind === 'MariaDB')
    it('leaves the indexes that an earlier try has made', async () => {
      await createTable(database, 'things', shape);
      await createIndexes(database, 'things', shape);
      await expect(createIndexes(database, 'things', shape)).resolves.toBeUndefined();
    });

  it('makes every index of a table', async () => {
    await createTable(database, 'things', shape);
    await createIndexes(database, 'things', shape);
    const names = isSqlite(database)
      ? await database('sqlite_master').where({ type: 'index' }).pluck<string[]>('name')
      : await database('information_schema.statistics')
          .whereRaw('table_schema = database()')
          .pluck<string[]>('index_name');
    expect(names).toEqual(expect.arrayContaining(['things_counted', 'things_place_counted']));
  });
});
