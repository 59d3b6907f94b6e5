import type { Knex } from 'knex';
import { isSqlite } from './database.ts';
import * as mysql from './writeSqlMysql.ts';
import * as sqlite from './writeSqlSqlite.ts';
import type { Write } from './write.ts';

/** A statement as text, or as text with its bindings. */
export interface Statement {
  readonly sql: string;
  readonly bindings?: readonly (string | number | bigint | null)[];
}

/** Carries out a write on the table of that name. */
export async function write(trx: Knex.Transaction, table: string, what: Write): Promise<void> {
  const dialect = isSqlite(trx) ? sqlite : mysql;
  for (const { sql, bindings } of dialect.statements(table, what))
    await (bindings ? trx.raw(sql, bindings as Knex.RawBinding[]) : trx.raw(sql));
}
