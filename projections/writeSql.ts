import type { Readable } from 'node:stream';
import type { Knex } from 'knex';
import { isBulk, loadSql, rowsAsFile } from './bulkLoad.ts';
import { isSqlite } from './database.ts';
import * as mysql from './writeSqlMysql.ts';
import * as sqlite from './writeSqlSqlite.ts';
import type { Write } from './write.ts';

/** A write with the present name of its table. */
export interface TableWrite {
  readonly table: string;
  readonly write: Write;
}

interface TextQuery {
  readonly sql: string;
  /** Null, not missing: else the text is searched for places to put them. */
  readonly values: null;
  readonly infileStreamFactory?: () => Readable;
}
interface Done {
  readonly warningStatus?: number;
}
interface TextConnection {
  query(query: TextQuery, done: (fault: Error | null, result: Done) => void): void;
}
interface TransactionClient {
  acquireConnection(): Promise<TextConnection>;
}

/** Carries out writes in their order. */
export async function carryOut(trx: Knex.Transaction, writes: readonly TableWrite[]): Promise<void> {
  if (!isSqlite(trx)) return carryOutOnMysql(trx, writes);
  for (const { table, write } of writes)
    for (const { sql, bindings } of sqlite.statements(table, write))
      await trx.raw(sql, bindings as Knex.RawBinding[]);
}

/** Hands megabytes of ready text to the connection of the transaction. */
async function carryOutOnMysql(trx: Knex.Transaction, writes: readonly TableWrite[]): Promise<void> {
  const connection = await (trx.client as TransactionClient).acquireConnection();
  const files = writes.some(({ write }) => isBulk(write)) && (await takesFiles(trx));
  for (const { table, write } of writes)
    if (files && isBulk(write)) {
      const file = { infileStreamFactory: () => rowsAsFile(write) };
      const { warningStatus } = await ask(connection, { sql: loadSql(table, write), values: null, ...file });
      if (warningStatus) throw new Error(`MySQL warned of ${String(warningStatus)} rows for ${table}`);
    } else for (const sql of mysql.statements(table, write)) await ask(connection, { sql, values: null });
}

const ask = (connection: TextConnection, query: TextQuery): Promise<Done> =>
  new Promise((resolve, reject) => {
    connection.query(query, (fault, result) => {
      if (fault) reject(fault);
      else resolve(result);
    });
  });

/** Whether the server lets a client send rows as a file; MySQL does so only where it is told to. */
async function takesFiles(trx: Knex.Transaction): Promise<boolean> {
  const [[line]] = (await trx.raw('select @@local_infile as allowed')) as [[{ allowed: number }]];
  return line.allowed === 1;
}
