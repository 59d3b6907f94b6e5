import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createConnection } from 'mysql2/promise';
import { freePort } from '#tests/support/freePort.ts';
import { findDatabaseInstaller, findDatabaseServer, required } from '#tests/setup/needs.ts';

/** A durable server on a port of this machine, whose data stays. */
export interface MariaDb {
  /** `mysql://…` of a database, which is made where there is none. */
  database(name: string): Promise<string>;
  drop(name: string): Promise<void>;
  stop(): Promise<void>;
}

function install(data: string): void {
  if (existsSync(join(data, 'mysql'))) return;
  mkdirSync(data, { recursive: true });
  const installer = required(findDatabaseInstaller, 'mariadb-install-db');
  const options = ['--no-defaults', `--datadir=${data}`, '--skip-test-db', '--force', ...asRoot()];
  execFileSync(installer, [...options, '--auth-root-authentication-method=normal'], { stdio: 'ignore' });
}

const asRoot = (): string[] => (process.getuid?.() === 0 ? ['--user=root'] : []);

export async function startMariaDb(directory: string, settings: readonly string[]): Promise<MariaDb> {
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
      ...settings,
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
    async database(name) {
      await ask(`CREATE DATABASE IF NOT EXISTS \`${name}\``);
      return `mysql://root@127.0.0.1:${port}/${name}`;
    },
    drop: (name) => ask(`DROP DATABASE IF EXISTS \`${name}\``),
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}
