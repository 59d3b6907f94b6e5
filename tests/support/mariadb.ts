import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

const SERVERS = ['/usr/sbin/mariadbd', '/usr/sbin/mysqld'];
const INSTALLERS = ['/usr/bin/mariadb-install-db', '/usr/bin/mysql_install_db'];

/** A server of this test run alone, with its data in a directory that goes with it. */
export interface MariaDb {
  /** The address of a database, made where it is not there yet. */
  database(name: string): Promise<string>;
  /** Ends the server as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const found = (paths: readonly string[]): string => {
  const path = paths.find((one) => existsSync(one));
  if (!path) throw new Error(`None of ${paths.join(', ')} is there: install mariadb-server.`);
  return path;
};

export async function startMariaDb(settings: readonly string[] = []): Promise<MariaDb> {
  const home = await mkdtemp(join(tmpdir(), 'daybook-mariadb-'));
  const socket = join(home, 's');
  const user = `--user=${userInfo().username}`;
  const own = ['--no-defaults', `--datadir=${join(home, 'data')}`, user];
  const made = spawnSync(
    found(INSTALLERS),
    [...own, '--auth-root-authentication-method=normal', '--skip-test-db', '--force'],
    {
      encoding: 'utf8',
    },
  );
  if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stdout}${made.stderr}`);
  let server: ChildProcess | undefined;

  const address = (database: string) =>
    `mysql://root@localhost/${database}?socketPath=${encodeURIComponent(socket)}`;

  const start = async () => {
    server = spawn(
      found(SERVERS),
      [
        ...own,
        `--socket=${socket}`,
        '--skip-networking',
        '--innodb-flush-log-at-trx-commit=0',
        '--innodb-doublewrite=0',
        '--innodb-flush-method=nosync',
        '--skip-log-bin',
        '--performance-schema=OFF',
        '--innodb-buffer-pool-size=256M',
        ...settings,
      ],
      { stdio: 'ignore' },
    );
    await answers(address('mysql'));
  };

  const end = async (signal: NodeJS.Signals) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };

  process.once('exit', () => server?.kill('SIGKILL'));
  await start();
  return {
    start,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      await rm(home, { recursive: true, force: true });
    },
    database: async (name) => {
      const admin = await createConnection(address('mysql'));
      await admin.query('create database if not exists ?? character set utf8mb4', [name]);
      await admin.end();
      return address(name);
    },
  };
}

/** Asks until the server answers. */
async function answers(address: string): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    try {
      const admin = await createConnection(address);
      await admin.end();
      return;
    } catch (fault) {
      if (Date.now() > until) throw fault;
      await delay(50);
    }
  }
}
