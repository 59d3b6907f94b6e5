import { keepsOrder } from '#domain/uniqueness.ts';
import type { EventStore, StoredBatch, StoredEvent } from './eventStore.ts';
import { createAppend } from './eventstoredb/append.ts';
import { createConnection, type Client } from './eventstoredb/connection.ts';
import { clientReconnects, isPassing } from './eventstoredb/faults.ts';
import { resuming } from './eventstoredb/patience.ts';
import { readAll, readNewest, readStream } from './eventstoredb/read.ts';
import { subscribeOnce } from './eventstoredb/subscribe.ts';

export interface EventStoreOptions {
  /** `esdb://…`, `esdb+discover://…`, or what an embedded server listens on: `unix:/path` or `host:port`. */
  readonly address: string;
  /** How long an append or a silent read may take before it fails with JournalUnavailable. */
  readonly timeoutMs?: number;
}

/** The journal's events on EventStoreDB, KurrentDB or the embedded server, over the official client. */
export function connectEventStore({ address, timeoutMs = 5_000 }: EventStoreOptions): EventStore {
  const connection = createConnection(address);

  function reading<B>(read: (client: Client) => AsyncIterable<B>, until?: AbortSignal): AsyncIterable<B> {
    let client = connection.client();
    return resuming({
      open: () => read((client = connection.client())),
      isPassing,
      onFailure: (error) => {
        if (!clientReconnects(error)) connection.replace(client);
      },
      ...(until ? { until, giveUpAfter: Infinity } : { giveUpAfter: timeoutMs }),
    });
  }

  async function* stream(name: string, from: bigint): AsyncGenerator<readonly StoredEvent[]> {
    let next = from;
    for await (const events of reading((client) => readStream(client, name, next, timeoutMs))) {
      next = (events.at(-1)?.revision ?? next - 1n) + 1n;
      yield events;
    }
  }

  async function* all(after: bigint | null): AsyncGenerator<readonly StoredEvent[]> {
    let last = after;
    for await (const read of reading((client) => readAll(client, last, timeoutMs))) {
      const events = read.filter(({ type, position }) => !type.startsWith('$') && position !== last);
      last = read.at(-1)?.position ?? last;
      if (events.length > 0) yield events;
    }
  }

  async function* subscribe(after: bigint | null, signal: AbortSignal): AsyncGenerator<StoredBatch> {
    let last = after;
    for await (const batch of reading((client) => subscribeOnce(client, last, signal), signal)) {
      last = batch.events.at(-1)?.position ?? last;
      yield batch;
    }
  }

  async function lastOfRecords(): Promise<bigint | null> {
    for await (const events of reading((client) => readNewest(client, timeoutMs))) {
      const last = events.find(({ stream: name }) => !name.startsWith('$') && !keepsOrder(name));
      if (last) return last.position;
    }
    return null;
  }

  return {
    append: createAppend(connection, timeoutMs),
    readStream: stream,
    readAll: all,
    subscribe,
    lastOfRecords,
    close: () => connection.close(),
  };
}
