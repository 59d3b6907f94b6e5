import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { freePort } from '#tests/support/freePort.ts';

/** Runs work while the server writes down what it is asked. */
async function heard(connection: Connection, work: () => Promise<void>): Promise<string[]> {
  await connection.query('TRUNCATE mysql.general_log');
  await connection.query('SET GLOBAL general_log = ON');
  await work().finally(() => connection.query('SET GLOBAL general_log = OFF'));
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT CONVERT(argument USING utf8mb4) AS statement FROM mysql.general_log
     WHERE command_type IN ('Query', 'Execute')`,
  );
  return rows.map((row) => String(row['statement']));
}

/** Listens in on what the product asks its database. */
export interface Ear {
  /** The statement by which a page of the queue was read; it must not have been kept from before. */
  readonly hear: (read: () => Promise<void>) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function openEar(databaseUrl: string): Promise<Ear> {
  const connection = await createConnection({ uri: databaseUrl });
  await connection.query("SET GLOBAL log_output = 'TABLE'");
  return {
    async hear(read) {
      const statements = await heard(connection, read);
      const reading = statements.find((each) => /^select\b.*\bticket_queue/is.test(each));
      if (reading === undefined) throw new Error('the product did not ask its database');
      return reading;
    },
    close: () => connection.end(),
  };
}

async function said(stream: Readable, word: string): Promise<void> {
  for await (const chunk of stream) if (String(chunk).includes(word)) return;
  throw new Error('the bare server ended');
}

export interface BareServer {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

export async function startBareServer(
  databaseUrl: string,
  statements: readonly string[],
): Promise<BareServer> {
  const directory = mkdtempSync(join(tmpdir(), 'daybook-bare-'));
  const file = join(directory, 'statements.json');
  writeFileSync(file, JSON.stringify(statements));
  const port = await freePort();
  const script = join(import.meta.dirname, 'bareServer.ts');
  const env = { ...process.env, NODE_ENV: 'production' };
  const server = spawn(process.execPath, [script, databaseUrl, file, String(port)], {
    ...{ env, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  const ended = once(server, 'exit');
  await said(server.stdout, 'listening');
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      server.kill('SIGTERM');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
