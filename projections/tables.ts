import type { Knex } from 'knex';
import { isSqlite } from './database.ts';
import type { ColumnType, Shape } from './write.ts';

type Builder = (table: Knex.CreateTableBuilder, name: string) => Knex.ColumnBuilder;

const ascii = (table: Knex.CreateTableBuilder, name: string, size: number) =>
  table.string(name, size).collate('ascii_bin');
const builders: Readonly<Record<ColumnType, Builder>> = {
  id: (table, name) => ascii(table, name, 80),
  word: (table, name) => ascii(table, name, 24),
  name: (table, name) => table.string(name, 255),
  text: (table, name) => table.text(name, 'mediumtext'),
  integer: (table, name) => table.integer(name),
  ordinal: (table, name) => table.bigInteger(name),
};
const plain: typeof builders = {
  ...builders,
  id: (table, name) => table.string(name, 80),
  word: (table, name) => table.string(name, 24),
  name: (table, name) => table.specificType(name, 'varchar(255) collate nocase'),
  ordinal: (table, name) => table.specificType(name, 'integer'),
};

/** Makes a table without its secondary indexes, which are quicker made over what is there. */
export async function createTable(database: Knex, name: string, shape: Shape): Promise<void> {
  const build = isSqlite(database) ? plain : builders;
  await database.schema.dropTableIfExists(name);
  await database.schema.createTable(name, (table) => {
    build[shape.id](table, 'id').notNullable().primary();
    if (shape.doc) build.text(table, 'doc').notNullable();
    for (const [column, type] of Object.entries(shape.columns)) build[type](table, column);
    if (isSqlite(database)) return;
    table.charset('utf8mb4');
    table.collate('utf8mb4_unicode_ci');
  });
}

export async function createIndexes(database: Knex, name: string, shape: Shape): Promise<void> {
  await database.schema.alterTable(name, (table) => {
    for (const columns of shape.indexes) table.index([...columns], `${name}_${columns.join('_')}`);
  });
  if (shape.fullText && shape.fullText.length > 0)
    await (isSqlite(database) ? fts5 : fullText)(database, name, shape.fullText);
}

export async function dropTable(database: Knex, name: string): Promise<void> {
  if (isSqlite(database)) await database.schema.dropTableIfExists(ftsName(name));
  await database.schema.dropTableIfExists(name);
}

export const ftsName = (table: string): string => `${table}_fts`;

async function fullText(database: Knex, name: string, columns: readonly string[]): Promise<void> {
  await database.raw(`alter table ?? add fulltext index ?? (${columns.map(() => '??').join(', ')})`, [
    name,
    ftsName(name),
    ...columns,
  ]);
}

/** An FTS5 index over the table's own text, kept by triggers. */
async function fts5(database: Knex, name: string, columns: readonly string[]): Promise<void> {
  const fts = ftsName(name);
  const list = columns.join(', ');
  const values = (row: string) => columns.map((column) => `${row}.${column}`).join(', ');
  const add = `insert into ${fts} (rowid, ${list}) values (new.rowid, ${values('new')});`;
  const drop = `insert into ${fts} (${fts}, rowid, ${list}) values ('delete', old.rowid, ${values('old')});`;
  const statements = [
    `drop table if exists ${fts}`,
    `create virtual table ${fts} using fts5(${list}, content='${name}', prefix='2 3', tokenize="unicode61 remove_diacritics 2")`,
    `insert into ${fts} (${fts}) values ('rebuild')`,
    `create trigger ${name}_ai after insert on ${name} begin ${add} end`,
    `create trigger ${name}_ad after delete on ${name} begin ${drop} end`,
    `create trigger ${name}_au after update of ${list} on ${name} begin ${drop} ${add} end`,
  ];
  for (const statement of statements) await database.raw(statement);
}
