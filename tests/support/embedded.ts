import { EventStoreDBClient, jsonEvent, type JSONEventData } from '@eventstore/db-client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startEmbedded, type EmbeddedServer } from '#eventstore/embedded/start.ts';

export type TestJournal = {
  directory: string;
  file: string;
  client: EventStoreDBClient;
  address: string;
  server: EmbeddedServer;
  /** Stops the server, lets `between` loose on its files, and starts it again under the same client. */
  restart: (between?: () => void) => Promise<void>;
  stop: () => Promise<void>;
};

export const connect = (address: string): EventStoreDBClient =>
  new EventStoreDBClient({ endpoint: address, keepAliveInterval: -1 }, { insecure: true });

export const temporaryDirectory = (): string => mkdtempSync(join(tmpdir(), 'daybook-test-'));

/** A journal of its own on a unix socket in a temporary directory. */
export async function startTestJournal(options: { maxPages?: number } = {}): Promise<TestJournal> {
  const directory = temporaryDirectory();
  const file = join(directory, 'journal.db');
  const start = (): Promise<EmbeddedServer> =>
    startEmbedded({ file, listen: { socket: join(directory, 's') }, ...options });
  const journal = { server: await start() };
  const client = connect(journal.server.address);

  async function restart(between?: () => void): Promise<void> {
    await journal.server.stop();
    between?.();
    journal.server = await start();
  }

  async function stop(): Promise<void> {
    await client.dispose();
    await journal.server.stop();
    rmSync(directory, { recursive: true, force: true });
  }

  const { address } = journal.server;
  return {
    directory,
    file,
    client,
    address,
    restart,
    stop,
    get server() {
      return journal.server;
    },
  };
}

export const event = (n: number, type = 'NumberNoted'): JSONEventData => jsonEvent({ type, data: { n } });

export const events = (count: number, type?: string): JSONEventData[] =>
  Array.from({ length: count }, (_, n) => event(n, type));

/** What an iterable of the client gives, to its end or up to `count`. */
export async function collect<Item>(source: AsyncIterable<Item>, count = Infinity): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of source) {
    items.push(item);
    if (items.length >= count) break;
  }
  return items;
}

/** `expect.poll` with the patience that a busy machine needs. */
export const eventually = <Value>(look: () => Value | Promise<Value>) =>
  expect.poll(look, { timeout: 20_000, interval: 10 });
