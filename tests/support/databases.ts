import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import type { Place } from '#projections/database.ts';
import { startMariaDb, type MariaDb } from './mariadb.ts';

/** Gives an empty database of its own to each caller. */
export interface Databases {
  readonly kind: 'SQLite' | 'MariaDB';
  fresh(): Promise<Place>;
}

function sqlite(): Databases {
  const home = mkdtempSync(join(tmpdir(), 'daybook-sqlite-'));
  let made = 0;
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  return {
    kind: 'SQLite',
    fresh: () =>
      Promise.resolve({ file: join(home, `${String(++made)}.db`), connections: 4, durable: false }),
  };
}

function mariaDb(): Databases {
  let server: Promise<MariaDb> | undefined;
  let made = 0;
  afterAll(async () => (await server)?.stop());
  return {
    kind: 'MariaDB',
    fresh: async () => {
      server ??= startMariaDb();
      return { url: await (await server).database(`daybook_${String(++made)}`) };
    },
  };
}

/** The same tests on SQLite and on a MariaDB of their own. */
export function onBothDatabases(tests: (databases: Databases) => void): void {
  describe('on SQLite', () => tests(sqlite()));
  onMariaDb(tests);
}

/** Tests of what only several processes do. */
export function onMariaDb(tests: (databases: Databases) => void): void {
  describe('on MariaDB', () => tests(mariaDb()));
}
