import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createConnection } from 'mysql2/promise';
import { findDatabaseInstaller, findDatabaseServer, required } from '#tests/setup/needs.ts';

export interface MariaDb {
  readonly port: number;
  /** `mysql://…` of a database, which is made where there is none. */
  database(name: string): Promise<string>;
  drop(name: string): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  /** Kept when given and used again; otherwise a temporary one that goes with the server. */
  readonly directory?: string;
  /** Writes to disk at each commit, as in production; tests do without. */
  readonly durable?: boolean;
  readonly settings?: readonly string[];
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

function install(data: string): void {
  if (existsSync(join(data, 'mysql'))) return;
  mkdirSync(data, { recursive: true });
  const installer = required(findDatabaseInstaller, 'mariadb-install-db');
  const options = ['--no-defaults', `--datadir=${data}`, '--skip-test-db', ...asRoot()];
  execFileSync(installer, [...options, '--auth-root-authentication-method=normal'], { stdio: 'ignore' });
}

const asRoot = (): string[] => (process.getuid?.() === 0 ? ['--user=root'] : []);

/** A MariaDB server of its own on a free port of this machine. */
export async function startMariaDb(options: Options = {}): Promise<MariaDb> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'daybook-mariadb-'));
  const data = join(directory, 'data');
  install(data);
  const port = await freePort();
  const server = spawn(
    required(findDatabaseServer, 'mariadbd'),
    [
      '--no-defaults',
      ...asRoot(),
      `--datadir=${data}`,
      `--socket=${join(directory, 's')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--innodb-flush-log-at-trx-commit=${options.durable ? 1 : 0}`,
      ...(options.settings ?? []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface(server.stderr).on('line', (line) => {
      if (said.push(line) > 50) said.shift();
      if (line.includes('ready for connections')) resolve();
    });
    void ended.then(() => reject(new Error(`mariadbd ended:\n${said.join('\n')}`)));
  });

  async function ask(sql: string): Promise<void> {
    const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' });
    await connection.query(sql);
    await connection.end();
  }

  return {
    port,
    async database(name) {
      await ask(`CREATE DATABASE IF NOT EXISTS \`${name}\``);
      return `mysql://root@127.0.0.1:${port}/${name}`;
    },
    drop: (name) => ask(`DROP DATABASE IF EXISTS \`${name}\``),
    async stop() {
      server.kill('SIGTERM');
      await ended;
      if (options.directory === undefined) rmSync(directory, { recursive: true, force: true });
    },
  };
}
