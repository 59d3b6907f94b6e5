import type { Knex } from 'knex';
import { isSqlite } from './database.ts';
import { createFts5, ftsName } from './fts5.ts';
import type { ColumnType, Shape } from './write.ts';

type Builder = (table: Knex.CreateTableBuilder, name: string) => Knex.ColumnBuilder;

const ascii =
  (size: number): Builder =>
  (table, name) =>
    table.specificType(name, `varchar(${String(size)}) character set ascii collate ascii_bin`);
const mysql: Readonly<Record<ColumnType, Builder>> = {
  id: ascii(80),
  word: ascii(24),
  name: (table, name) => table.string(name, 255),
  text: (table, name) => table.text(name, 'mediumtext'),
  integer: (table, name) => table.integer(name),
  ordinal: (table, name) => table.bigInteger(name),
};
const sqlite: typeof mysql = {
  ...mysql,
  id: (table, name) => table.string(name, 80),
  word: (table, name) => table.string(name, 24),
  name: (table, name) => table.specificType(name, 'varchar(255) collate nocase'),
  ordinal: (table, name) => table.specificType(name, 'integer'),
};

/**
 * Makes a table without its secondary indexes, which are made quicker over what is there. MySQL's full-text index is
 * the other way round: cheaper kept row by row than made at the end.
 */
export async function createTable(database: Knex, name: string, shape: Shape): Promise<void> {
  await dropTable(database, name);
  await database.schema.createTable(name, (table) => {
    if (isSqlite(database)) sqliteTable(table, shape);
    else mysqlTable(table, name, shape);
  });
  const { fullText = [] } = shape;
  if (fullText.length > 0 && !isSqlite(database))
    await database.schema.alterTable(name, (table) => {
      table.index([...fullText], ftsName(name), 'FULLTEXT');
    });
}

function sqliteTable(table: Knex.CreateTableBuilder, shape: Shape): void {
  sqlite[shape.id](table, 'id').notNullable().primary();
  if (shape.doc) sqlite.text(table, 'doc').notNullable();
  for (const [column, type] of Object.entries(shape.columns)) sqlite[type](table, column);
}

function mysqlTable(
  table: Knex.CreateTableBuilder,
  name: string,
  { id, doc, columns, cluster }: Shape,
): void {
  const key = cluster ?? 'id';
  const all = { id, ...(doc ? { doc: 'text' as const } : {}), ...columns };
  for (const [column, type] of Object.entries(all)) {
    const built = mysql[type](table, column);
    if (column === 'id' || column === 'doc' || column === key) built.notNullable();
  }
  table.primary([key]);
  if (cluster) table.unique(['id'], { indexName: `${name}_id` });
  table.charset('utf8mb4');
  table.collate('utf8mb4_unicode_ci');
}

export const createIndexes = (database: Knex, name: string, shape: Shape): Promise<void> =>
  isSqlite(database) ? indexSqlite(database, name, shape) : indexMysql(database, name, shape);

async function indexSqlite(database: Knex, name: string, shape: Shape): Promise<void> {
  const { indexes, cluster, fullText = [] } = shape;
  await database.schema.alterTable(name, (table) => {
    if (cluster) table.unique([cluster], { indexName: `${name}_${cluster}` });
    for (const columns of indexes) table.index([...columns], `${name}_${columns.join('_')}`);
  });
  if (fullText.length > 0) await createFts5(database, name, fullText);
}

/** In one statement, for which the table is read once; nothing where an earlier try has made them. */
async function indexMysql(database: Knex, name: string, { indexes }: Shape): Promise<void> {
  const [first] = indexes;
  if (!first) return;
  const made = [name, `${name}_${first.join('_')}`];
  const [there] = (await database.raw('show index from ?? where key_name = ?', made)) as [unknown[]];
  if (there.length > 0) return;
  const each = indexes.map((columns) => `add index ?? (${columns.map(() => '??').join(',')})`);
  const names = indexes.flatMap((columns) => [`${name}_${columns.join('_')}`, ...columns]);
  await database.raw(`alter table ?? ${each.join(', ')}`, [name, ...names]);
}

export async function dropTable(database: Knex, name: string): Promise<void> {
  if (isSqlite(database)) await database.schema.dropTableIfExists(ftsName(name));
  await database.schema.dropTableIfExists(name);
}
