import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigFault, readConfig } from '#api/config.ts';
import { serveEmbedded } from '#eventstore/embedded/serve.ts';

const LOOPBACK = '127.0.0.1';
const PORT = '2113';

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ConfigFault('--port is a number from 0 (any that is free) to 65535.');
}

/** Runs the embedded journal alone, for this machine, until a signal. */
export async function eventstore(
  options: { readonly port: string | undefined; readonly data: string | undefined },
  print: (line: string) => void,
): Promise<void> {
  const directory = options.data ?? readConfig().DATA_DIR;
  const port = portOf(options.port ?? PORT);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const server = await serveEmbedded({
    file: join(directory, 'journal.db'),
    listen: { host: LOOPBACK, port },
  });
  print(`The journal ${join(directory, 'journal.db')} is served at esdb://${server.address}?tls=false`);
  const signal = new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
  const failed = await Promise.race([signal, server.failed]);
  await server.stop();
  if (failed) throw failed;
}
