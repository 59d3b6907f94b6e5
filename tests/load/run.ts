import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { get, type Server } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import express from 'express';
import { signIns } from '#cli/demo/people.ts';
import { signIn, startBusyDesk } from '#tests/bench/desk.ts';
import { findK6, needs } from '#tests/setup/needs.ts';
import { provide } from '#tests/setup/provide.ts';
import { freePort } from '#tests/support/freePort.ts';

const K6 = 'go.k6.io/k6@v1.8.1';
const BIN = join(import.meta.dirname, '../../.cache/bin');

/** The k6 that is there, or the pinned one, built by the machine's Go. */
function k6(): string {
  const own = join(BIN, 'k6');
  const found = findK6() ?? (existsSync(own) ? own : undefined);
  if (found !== undefined) return found;
  mkdirSync(BIN, { recursive: true });
  console.error(`Building ${K6}; this takes some minutes, once.`);
  const { status } = spawnSync('go', ['install', K6], {
    stdio: 'inherit',
    env: { ...process.env, GOBIN: BIN },
  });
  if (status === 0) return own;
  console.error(`The load tests need k6: install it, or Go 1.25 or later, with which it is built (${K6}).`);
  return process.exit(1);
}

const view = '/api/tickets?limit=50&status=New,Open,Pending&sort=-updatedAt';

/** An Express that sends the bytes of a page of the queue and does nothing else: what the machine itself takes. */
async function startBare(page: Buffer, port: number): Promise<Server> {
  const server = express()
    .get('/api/tickets', (_request, response) => {
      response.set({ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(page);
    })
    .listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** The page as it goes over the wire. */
function pageOf(origin: string, token: string): Promise<Buffer> {
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' };
  return new Promise((resolve, reject) => {
    get(`${origin}${view}`, { headers }, (answer) => resolve(buffer(answer))).once('error', reject);
  });
}

async function run(
  program: string,
  given: Readonly<Record<'NAME' | 'ORIGIN' | 'TOKENS', string>>,
): Promise<number> {
  const k6 = spawn(program, ['run', '--quiet', join(import.meta.dirname, 'queue.js')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...given },
  });
  const [status] = (await once(k6, 'exit')) as [number | null];
  return status ?? 1;
}

/** `npm run load`: the k6 script of this folder against the product on MariaDB with 100,000 tickets. */
provide(needs, 'The load tests');
const program = k6();
const { product, stop } = await startBusyDesk();
try {
  const staff = signIns.filter(({ role }) => role === 'technician');
  const tokens = await Promise.all(staff.map((person) => signIn(product.origin, person)));
  const TOKENS = tokens.join(',');
  process.exitCode = await run(program, { NAME: 'queue', ORIGIN: product.origin, TOKENS });
  const port = await freePort();
  const bare = await startBare(await pageOf(product.origin, tokens[0] ?? ''), port);
  await run(program, { NAME: 'bare', ORIGIN: `http://127.0.0.1:${port}`, TOKENS });
  bare.closeAllConnections();
  bare.close();
} finally {
  await stop();
}
