import knex from 'knex';
import type { Knex } from 'knex';
import { NodeSqliteClient } from './sqlite.ts';

export type Place =
  | {
      readonly file: string;
      /** More than one lets readers go on during a transaction; then all writing must be in transactions. */
      readonly connections?: number;
      /** False: what a power cut takes can be made again. */
      readonly durable?: boolean;
    }
  | { readonly url: string; readonly connections?: number };

/** Opens SQLite (`file`) or MySQL / MariaDB (`url`, `mysql://user:password@host:port/database`). */
export function openDatabase(place: Place): Knex {
  return 'file' in place ? sqlite(place) : mysql(place);
}

function sqlite({ file, connections = 1, durable = true }: Extract<Place, { file: string }>): Knex {
  return knex({
    client: NodeSqliteClient as unknown as typeof Knex.Client,
    connection: { filename: file, synchronous: durable ? 'FULL' : 'NORMAL' } as Knex.Sqlite3ConnectionConfig,
    pool: { min: 1, max: connections },
    useNullAsDefault: true,
    compileSqlOnError: false,
    log: SILENT,
  });
}

/** Of each connection; a server keeps some 16,000 in all. */
const STATEMENTS_KEPT = 100;

function mysql({ url, connections = 10 }: Extract<Place, { url: string }>): Knex {
  return knex({
    client: 'mysql2',
    connection: {
      uri: url,
      charset: 'utf8mb4',
      timezone: 'Z',
      supportBigNumbers: true,
      bigNumberStrings: false,
      dateStrings: true,
      maxPreparedStatements: STATEMENTS_KEPT,
    } as Knex.MySql2ConnectionConfig,
    pool: {
      min: 0,
      max: connections,
      afterCreate: (connection: RawConnection, done: (fault: Error | null) => void) =>
        connection.query(SESSION, (fault) => (fault ? done(fault) : connection.query(ISOLATION, done))),
    },
    compileSqlOnError: false,
    log: SILENT,
  });
}

/** Faults are thrown, and logged by whoever catches them. */
const SILENT = Object.fromEntries(
  ['warn', 'error', 'deprecate', 'debug'].map((level) => [level, () => undefined]),
) as Knex.Logger;

interface RawConnection {
  query(sql: string, done: (fault: Error | null) => void): void;
}

/** The same language and reading rules whatever the server's defaults are. */
const SESSION = `SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO',
  collation_connection = utf8mb4_unicode_ci, group_concat_max_len = 16777216, innodb_ft_enable_stopword = OFF`;
const ISOLATION = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

export const isSqlite = (database: Knex): boolean => database.client instanceof NodeSqliteClient;
