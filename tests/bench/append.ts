import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { startEmbedded } from '#eventstore/embedded/start.ts';
import { CACHE, inCache } from './cache.ts';
import { figure, percentile, type Benchmark } from './figure.ts';

const ALONE_APPENDS = 2_000;
const CALLERS = 200;
const SECONDS = 8;
const WARM_UP = 300;

const event = () =>
  jsonEvent({
    type: 'TicketAssigned',
    data: { assigneeId: randomUUID() },
    metadata: { commandId: randomUUID(), command: 'assign', occurredAt: '2026-11-20T10:00:00Z', v: 1 },
  });

const append = (client: EventStoreDBClient) =>
  client.appendToStream(`bench-${randomUUID()}`, event(), { expectedRevision: NO_STREAM });

async function alone(client: EventStoreDBClient): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < ALONE_APPENDS; n++) {
    const before = performance.now();
    await append(client);
    took.push(performance.now() - before);
  }
  return percentile(took, 50);
}

async function together(client: EventStoreDBClient): Promise<number> {
  const started = performance.now();
  const end = started + SECONDS * 1_000;
  let appended = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < end) {
      await append(client);
      appended++;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return (appended * 1_000) / (performance.now() - started);
}

/** Durable appends by the official client to the embedded journal, as the product runs it. */
export const appendBenchmark: Benchmark = {
  name: 'append',
  async measure() {
    inCache();
    const directory = mkdtempSync(join(CACHE, 'append-'));
    const server = await startEmbedded({
      file: join(directory, 'journal.db'),
      listen: { socket: join(directory, 's') },
    });
    const client = new EventStoreDBClient(
      { endpoint: server.address, keepAliveInterval: -1 },
      { insecure: true },
    );
    try {
      for (let n = 0; n < WARM_UP; n++) await append(client);
      return [
        figure('append.alone.p50', await alone(client), 'ms'),
        figure('append.200callers', await together(client), 'appends/s'),
      ];
    } finally {
      await client.dispose();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};
