import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { serveEmbedded } from '#eventstore/embedded/serve.ts';

const LOOPBACK = '127.0.0.1';
const PORT = 2113;

/** Runs the embedded journal alone, for this machine, until a signal. */
export async function eventstore(
  options: { readonly port: string | undefined; readonly data: string | undefined },
  print: (line: string) => void,
): Promise<void> {
  const directory = options.data ?? './data';
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const server = await serveEmbedded({
    file: join(directory, 'journal.db'),
    listen: { host: LOOPBACK, port: Number(options.port ?? PORT) },
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
