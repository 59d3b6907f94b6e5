import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PASSWORD, signIns, type DemoPerson } from '#cli/demo/people.ts';
import { inCache } from './cache.ts';
import { startMariaDb, type MariaDb } from './database.ts';
import { startProduct, type Product } from '#tests/support/product.ts';
import { seededJournal } from './seed.ts';

export const TICKETS = 100_000;
const DATABASE = 'daybook_bench';
const REBUILD_MS = 900_000;

/** Daybook with 100,000 tickets on MariaDB, running. */
export interface BusyDesk {
  readonly product: Product;
  readonly databaseUrl: string;
  readonly stop: () => Promise<void>;
}

/** Durable, and with a buffer that holds the read tables, as a production server has. */
export const startDatabase = (): Promise<MariaDb> =>
  startMariaDb(inCache('mariadb'), [
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-buffer-pool-size=1G',
    '--innodb-log-file-size=512M',
    '--max-allowed-packet=64M',
  ]);

/** A copy of the seeded journal that may be written to; it stays with the database that follows it. */
async function dataDirectory(fresh: boolean): Promise<string> {
  const directory = inCache('desk');
  if (fresh) rmSync(directory, { recursive: true, force: true });
  if (!existsSync(join(directory, 'journal.db')))
    cpSync(await seededJournal(TICKETS), directory, { recursive: true });
  return directory;
}

/** Starts it; `fresh` begins with the seeded journal and an empty database, so that it makes all tables first. */
export async function startBusyDesk({ fresh = false } = {}): Promise<BusyDesk> {
  const directory = await dataDirectory(fresh);
  const database = await startDatabase();
  if (fresh) await database.drop(DATABASE);
  const databaseUrl = await database.database(DATABASE);
  try {
    const environment = { DATABASE_URL: databaseUrl };
    const product = await startProduct({ directory, environment, readyWithinMs: REBUILD_MS });
    const stop = async (): Promise<void> => {
      await product.stop();
      await database.stop();
    };
    return { product, databaseUrl, stop };
  } catch (fault) {
    await database.stop();
    throw fault;
  }
}

const answer = z.object({ accessToken: z.string() });

/** An access token of one of the people who can sign in; the first is the administrator. */
export async function signIn(origin: string, person: DemoPerson | undefined = signIns[1]): Promise<string> {
  const response = await fetch(`${origin}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: person?.email, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`signing in was answered with ${response.status}`);
  return answer.parse(await response.json()).accessToken;
}

/** A signed-in question to the API, answered with JSON. */
export async function ask<T>(url: string, token: string, shape: z.ZodType<T>): Promise<T> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
  return shape.parse(await response.json());
}
