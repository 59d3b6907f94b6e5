import { createRequire } from 'node:module';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Knex } from 'knex';

interface Query {
  readonly sql: string;
  readonly bindings?: readonly unknown[];
  response?: unknown;
  context?: { readonly lastID: number | bigint; readonly changes: number | bigint };
}
interface Settings {
  readonly filename: string;
  readonly synchronous: 'FULL' | 'NORMAL';
}
interface Prepared {
  readonly statement: StatementSync;
  readonly reads: boolean;
}

interface Client {
  readonly connectionSettings: Settings;
  readonly driver: Driver;
  acquireRawConnection(): Promise<DatabaseSync>;
  destroyRawConnection(connection: DatabaseSync): Promise<void>;
}
const Base = createRequire(import.meta.url)('knex/lib/dialects/better-sqlite3/index.js') as new (
  config: Knex.Config,
) => Client;

const BUSY_TIMEOUT_MS = 5_000;
const STATEMENTS_KEPT = 300;
const WRITES = /^\s*(insert|update|delete|replace|create|alter|drop)\b/i;

/**
 * Transactions begin IMMEDIATE and, like single writes, come one after the other within this process: SQLite is called synchronously, so a
 * second writer that waited inside it would keep the first from ever finishing.
 */
class Driver {
  readonly #prepared = new WeakMap<DatabaseSync, Map<string, Prepared>>();
  readonly #waiting: (() => void)[] = [];
  #writer: DatabaseSync | undefined;

  open({ filename, synchronous }: Settings): DatabaseSync {
    const connection = new DatabaseSync(filename, { timeout: BUSY_TIMEOUT_MS });
    connection.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA cache_size = -32000`,
    );
    return connection;
  }

  close(connection: DatabaseSync): void {
    connection.close();
    this.#pass(connection);
  }

  async query(connection: DatabaseSync, query: Query): Promise<Query> {
    const begins = query.sql === 'BEGIN;';
    if (begins || (!connection.isTransaction && WRITES.test(query.sql))) await this.#turn(connection);
    try {
      return this.#run(connection, query, begins ? 'BEGIN IMMEDIATE' : query.sql);
    } finally {
      if (!connection.isTransaction) this.#pass(connection);
    }
  }

  #run(connection: DatabaseSync, query: Query, sql: string): Query {
    const { statement, reads } = this.#prepare(connection, sql);
    const bindings = (query.bindings ?? []).map(bindable);
    if (reads) query.response = statement.all(...bindings);
    else {
      const { lastInsertRowid, changes } = statement.run(...bindings);
      query.response = { changes };
      query.context = { lastID: lastInsertRowid, changes };
    }
    return query;
  }

  async #turn(connection: DatabaseSync): Promise<void> {
    while (this.#writer) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#writer = connection;
  }

  #pass(connection: DatabaseSync): void {
    if (this.#writer !== connection) return;
    this.#writer = undefined;
    this.#waiting.shift()?.();
  }

  #prepare(connection: DatabaseSync, sql: string): Prepared {
    const kept = this.#prepared.get(connection) ?? new Map<string, Prepared>();
    this.#prepared.set(connection, kept);
    const known = kept.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    const prepared = { statement, reads: statement.columns().length > 0 };
    const [oldest] = kept.keys();
    if (kept.size >= STATEMENTS_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(sql, prepared);
    return prepared;
  }
}

/** Knex over `node:sqlite`. */
export class NodeSqliteClient extends Base {
  _driver(): Driver {
    return new Driver();
  }

  override acquireRawConnection(): Promise<DatabaseSync> {
    return Promise.resolve(this.driver.open(this.connectionSettings));
  }

  override destroyRawConnection(connection: DatabaseSync): Promise<void> {
    this.driver.close(connection);
    return Promise.resolve();
  }

  _query(connection: DatabaseSync, query: Query): Promise<Query> {
    return this.driver.query(connection, query);
  }
}

function bindable(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.valueOf();
  return (value ?? null) as SQLInputValue;
}
