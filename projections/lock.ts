import type { Knex } from 'knex';
import { isSqlite } from './database.ts';

export interface LockConnection {
  once(event: 'end' | 'error', listener: () => void): void;
}
interface Pool {
  acquireConnection(): Promise<LockConnection>;
  releaseConnection(connection: LockConnection): Promise<void>;
}

/** A connection that holds MySQL locks, and with which they go. */
export interface Locks {
  readonly connection: LockConnection;
  /** Waits so many seconds for the lock; false where another has it still. Names are the database's own. */
  take(name: string, seconds: number): Promise<boolean>;
  leave(name: string): Promise<void>;
  /** Gives the connection back. */
  end(): Promise<void>;
}

/** https://dev.mysql.com/doc/refman/8.4/en/locking-functions.html */
export async function openLocks(database: Knex): Promise<Locks> {
  const pool = database.client as Pool;
  const connection = await pool.acquireConnection();
  const ask = async (sql: string, bindings: readonly (string | number)[]): Promise<boolean> => {
    const answer = (await database.raw(sql, bindings).connection(connection)) as [{ got: number | null }[]];
    return answer[0][0]?.got === 1;
  };
  return {
    connection,
    take: (name, seconds) => ask("select get_lock(concat(?, '-', database()), ?) as got", [name, seconds]),
    leave: async (name) => {
      await ask("select release_lock(concat(?, '-', database())) as got", [name]).catch(() => false);
    },
    end: () => pool.releaseConnection(connection),
  };
}

const MIGRATING = 'daybook-migrating';
const MIGRATING_SECONDS = 60;

/** Processes that start together take turns: Knex's own lock can be taken twice while it is being made. */
export async function migrating<T>(database: Knex, migrate: () => Promise<T>): Promise<T> {
  if (isSqlite(database)) return migrate();
  const locks = await openLocks(database);
  try {
    await locks.take(MIGRATING, MIGRATING_SECONDS);
    return await migrate();
  } finally {
    await locks.leave(MIGRATING);
    await locks.end();
  }
}
