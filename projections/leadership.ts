import type { Knex } from 'knex';
import { isSqlite } from './database.ts';
import { openLocks } from './lock.ts';

/** Holds the right to project; `release` gives it to the next. */
export interface Leadership {
  release(): Promise<void>;
}

interface Call {
  readonly signal: AbortSignal;
  readonly lost: () => void;
  readonly othersLead: () => void;
}

const LOCK = 'daybook-projector';
const WAIT_SECONDS = 1;

/**
 * Waits for the lock that names the one process that projects. SQLite has one process only. Undefined when the
 * signal is aborted before.
 */
export async function lead(
  database: Knex,
  { signal, lost, othersLead }: Call,
): Promise<Leadership | undefined> {
  if (isSqlite(database)) return { release: () => Promise.resolve() };
  const locks = await openLocks(database);
  try {
    for (let seconds = 0; !signal.aborted; seconds = WAIT_SECONDS) {
      if (await locks.take(LOCK, seconds)) {
        locks.connection.once('end', lost);
        return {
          release: async () => {
            await locks.leave(LOCK);
            await locks.end();
          },
        };
      }
      if (seconds === 0) othersLead();
    }
  } catch (fault) {
    await locks.end();
    throw fault;
  }
  await locks.end();
  return undefined;
}
