import { ServerCredentials, type Server } from '@grpc/grpc-js';
import { promisify } from 'node:util';
import { chmodSync, mkdtempSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Listen = { socket: string } | { host: string; port: number };

/** `address` is what a client connects to; `release` removes what listening left behind. */
export type Listening = { address: string; release: () => void };

/** A socket address holds 108 bytes; the private name in the same directory has to fit too. */
const LONGEST_PATH = 100 - '/.s-XXXXXX/s'.length;

const bind = (server: Server, address: string): Promise<number> =>
  promisify(server.bindAsync.bind(server))(address, ServerCredentials.createInsecure());

/** Binds under a name in a directory of mode 0700, so that the socket is never open to others, then moves it. */
async function listenOnSocket(server: Server, path: string): Promise<Listening> {
  const staging = mkdtempSync(join(dirname(path), '.s-'));
  const staged = join(staging, 's');
  await bind(server, `unix:${staged}`);
  chmodSync(staged, 0o600);
  renameSync(staged, path);
  rmdirSync(staging);
  return { address: `unix:${path}`, release: () => rmSync(path, { force: true }) };
}

async function listenOnShortSocket(server: Server): Promise<Listening> {
  const directory = mkdtempSync(join(tmpdir(), 'daybook-'));
  const { address } = await listenOnSocket(server, join(directory, 'journal.sock'));
  return { address, release: () => rmSync(directory, { recursive: true, force: true }) };
}

export async function listen(server: Server, where: Listen): Promise<Listening> {
  if ('socket' in where) {
    const short = Buffer.byteLength(where.socket) <= LONGEST_PATH;
    return short ? listenOnSocket(server, where.socket) : listenOnShortSocket(server);
  }
  const host = isIPv6(where.host) ? `[${where.host}]` : where.host;
  const port = await bind(server, `${host}:${where.port}`);
  return { address: `${host}:${port}`, release: () => undefined };
}
