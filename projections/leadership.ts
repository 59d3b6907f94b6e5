import type { Knex } from 'knex';
import { isSqlite } from './database.ts';

/** Holds the right to project; `release` gives it to the next. */
export interface Leadership {
  release(): Promise<void>;
}

interface Connection {
  destroy(): void;
  once(event: 'end' | 'error', listener: () => void): void;
}
interface Pool {
  acquireConnection(): Promise<Connection>;
  releaseConnection(connection: Connection): Promise<void>;
}

const WAIT_SECONDS = 1;
const LOCK = `concat('daybook-projector-', database())`;

/**
 * Waits for the lock that names the one process that projects (MySQL `GET_LOCK`, held by a connection of its own and
 * gone with it). SQLite has one process only. Undefined when the signal is aborted before.
 */
export async function lead(
  database: Knex,
  { signal, lost, othersLead }: { signal: AbortSignal; lost: () => void; othersLead: () => void },
): Promise<Leadership | undefined> {
  if (isSqlite(database)) return { release: () => Promise.resolve() };
  const pool = database.client as Pool;
  const connection = await pool.acquireConnection();
  const query = async (sql: string): Promise<{ got: number | null }[]> => {
    const [lines] = (await database.raw(sql).connection(connection)) as [{ got: number | null }[]];
    return lines;
  };
  const release = async () => {
    await query(`select release_lock(${LOCK}) as got`).catch(() => []);
    await pool.releaseConnection(connection);
  };
  try {
    for (let seconds = 0; !signal.aborted; seconds = WAIT_SECONDS) {
      const [line] = await query(`select get_lock(${LOCK}, ${seconds}) as got`);
      if (line?.got === 1) {
        connection.once('end', lost);
        return { release };
      }
      if (seconds === 0) othersLead();
    }
  } catch (fault) {
    await pool.releaseConnection(connection);
    throw fault;
  }
  await pool.releaseConnection(connection);
  return undefined;
}
