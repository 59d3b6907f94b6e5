import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that the tests start, and the Debian package that brings it. */
export interface Need {
  readonly what: string;
  readonly debian: string;
  /** The program's path, undefined where it is not installed. */
  readonly find: () => string | undefined;
}

const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

const program =
  (...names: readonly string[]) =>
  (): string | undefined =>
    names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));

export const findDatabaseServer = program('mariadbd');
export const findDatabaseInstaller = program('mariadb-install-db');
export const findRedis = program('redis-server');
export const findChromium = program('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');

export const needs: readonly Need[] = [
  { what: 'a MariaDB server', debian: 'mariadb-server', find: findDatabaseServer },
  { what: "MariaDB's tool for new databases", debian: 'mariadb-server', find: findDatabaseInstaller },
  { what: 'a Redis server', debian: 'redis-server', find: findRedis },
  { what: 'Chromium', debian: 'chromium', find: findChromium },
];

export const findWrk = program('wrk');
export const findK6 = program('k6');
export const loadNeeds: readonly Need[] = [
  { what: 'wrk, which makes HTTP load', debian: 'wrk', find: findWrk },
];

/** The path of a program that `npm test` has made sure of. */
export function required(find: () => string | undefined, what: string): string {
  const path = find();
  if (path === undefined)
    throw new Error(`${what} is not installed; run npm test, or tests/setup/prepare.ts`);
  return path;
}
