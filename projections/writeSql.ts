import type { Readable } from 'node:stream';
import type { Knex } from 'knex';
import { bulkOf, fileOf, loadSql, type BulkPut } from './bulkLoad.ts';
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
interface Connections {
  acquireConnection(): Promise<TextConnection>;
  releaseConnection(connection: TextConnection): Promise<void>;
}

/** Carries out writes in their order. */
export async function carryOut(trx: Knex.Transaction, writes: readonly TableWrite[]): Promise<void> {
  if (!isSqlite(trx)) return carryOutOnMysql(trx, writes);
  for (const { table, write } of writes)
    for (const { sql, bindings } of sqlite.statements(table, write))
      await trx.raw(sql, bindings as Knex.RawBinding[]);
}

/**
 * Loads whole rows into tables that nobody reads yet, outside of any transaction, and returns the writes that are
 * left. To do so again changes nothing. One table at a time: more would only take the cores from the folding.
 */
export async function loadAhead(knex: Knex, writes: readonly TableWrite[]): Promise<readonly TableWrite[]> {
  const changedElse = new Set(writes.flatMap(({ table, write }) => (comesFirst(write) ? [table] : [])));
  const isAhead = ({ table, write }: TableWrite): boolean =>
    bulkOf(write) !== undefined && !changedElse.has(table);
  if (isSqlite(knex) || !writes.some(isAhead) || !(await takesFiles(knex))) return writes;
  await loadEach(knex, writes.filter(isAhead));
  return writes.filter((one) => !isAhead(one));
}

const comesFirst = ({ kind }: Write): boolean => kind === 'set' || kind === 'remove';

async function loadEach(knex: Knex, writes: readonly TableWrite[]): Promise<void> {
  const pool = knex.client as Connections;
  const connection = await pool.acquireConnection();
  try {
    for (const { table, write } of writes) {
      const bulk = bulkOf(write);
      if (bulk) await load(connection, table, bulk);
    }
  } finally {
    await pool.releaseConnection(connection);
  }
}

/** Hands megabytes of ready text to the connection of the transaction. */
async function carryOutOnMysql(trx: Knex.Transaction, writes: readonly TableWrite[]): Promise<void> {
  const connection = await (trx.client as Connections).acquireConnection();
  const files = writes.some(({ write }) => bulkOf(write)) && (await takesFiles(trx));
  for (const { table, write } of writes) {
    const bulk = files && bulkOf(write);
    if (bulk) await load(connection, table, bulk);
    else for (const sql of mysql.statements(table, write)) await ask(connection, { sql, values: null });
  }
}

async function load(connection: TextConnection, table: string, bulk: BulkPut): Promise<void> {
  const file = { infileStreamFactory: () => fileOf(bulk) };
  const { warningStatus } = await ask(connection, { sql: loadSql(table, bulk), values: null, ...file });
  if (warningStatus) throw new Error(`MySQL warned of ${String(warningStatus)} rows for ${table}`);
}

const ask = (connection: TextConnection, query: TextQuery): Promise<Done> =>
  new Promise((resolve, reject) => {
    connection.query(query, (fault, result) => {
      if (fault) reject(fault);
      else resolve(result);
    });
  });

/** Whether the server lets a client send rows as a file; MySQL does so only where it is told to. */
async function takesFiles(knex: Knex): Promise<boolean> {
  const [[line]] = (await knex.raw('select @@local_infile as allowed')) as [[{ allowed: number }]];
  return line.allowed === 1;
}
