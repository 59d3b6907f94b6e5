import type { Knex } from 'knex';

export const ftsName = (table: string): string => `${table}_fts`;

/** An FTS5 index over the table's own text, kept by triggers. */
export async function createFts5(database: Knex, name: string, columns: readonly string[]): Promise<void> {
  const fts = ftsName(name);
  const list = columns.join(', ');
  const values = (row: string) => columns.map((column) => `${row}.${column}`).join(', ');
  const add = `insert into ${fts} (rowid, ${list}) values (new.rowid, ${values('new')});`;
  const drop = `insert into ${fts} (${fts}, rowid, ${list}) values ('delete', old.rowid, ${values('old')});`;
  const statements = [
    `create virtual table ${fts} using fts5(${list}, content='${name}', prefix='2 3', tokenize="unicode61 remove_diacritics 2")`,
    `insert into ${fts} (${fts}) values ('rebuild')`,
    `create trigger ${name}_ai after insert on ${name} begin ${add} end`,
    `create trigger ${name}_ad after delete on ${name} begin ${drop} end`,
    `create trigger ${name}_au after update of ${list} on ${name} begin ${drop} ${add} end`,
  ];
  for (const statement of statements) await database.raw(statement);
}
