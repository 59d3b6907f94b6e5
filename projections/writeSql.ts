import type { Knex } from 'knex';
import { isSqlite } from './database.ts';
import * as mysql from './writeSqlMysql.ts';
import * as sqlite from './writeSqlSqlite.ts';
import type { Write } from './write.ts';

interface TextConnection {
  query(query: { sql: string; values: null }, done: (fault: Error | null) => void): void;
}
interface TransactionClient {
  acquireConnection(): Promise<TextConnection>;
}

/** Carries out a write on the table of that name. */
export async function write(trx: Knex.Transaction, table: string, what: Write): Promise<void> {
  if (isSqlite(trx))
    for (const { sql, bindings } of sqlite.statements(table, what))
      await trx.raw(sql, bindings as Knex.RawBinding[]);
  else await writeTexts(trx, mysql.statements(table, what));
}

/** Hands megabytes of ready SQL to the connection of the transaction; without values nobody searches them for bindings. */
async function writeTexts(trx: Knex.Transaction, texts: Iterable<string>): Promise<void> {
  const connection = await (trx.client as TransactionClient).acquireConnection();
  for (const sql of texts)
    await new Promise<void>((resolve, reject) => {
      connection.query({ sql, values: null }, (fault) => {
        if (fault) reject(fault);
        else resolve();
      });
    });
}
