import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { limitServer } from '#api/http/timeout.ts';
import type { Config } from '#api/config.ts';
import type { Live } from '#api/live.ts';

/** How long requests that are under way may take when the process is to end. */
const GRACE_MS = 10_000;

/** Resolves with the address by which this machine reaches the server. */
export async function listen(
  server: Server,
  { HOST, PORT, REQUEST_TIMEOUT_SECONDS }: Config,
): Promise<string> {
  limitServer(server, REQUEST_TIMEOUT_SECONDS * 1000);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Takes no more requests and ends the sockets, lets what is under way be answered, then cuts what is left. */
export async function stopServing(server: Server, live: Live): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  const stopped = live.stop();
  server.closeIdleConnections();
  await stopped;
  clearTimeout(cut);
}
