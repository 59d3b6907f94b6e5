import type { StreamName } from '#domain/ids.ts';
import { createEnvelope, EVENTS, type EventRegistry } from './envelope.ts';
import type { EventStore } from './eventStore.ts';
import type { Batch, Journal, Recorded } from './journal.ts';
import { createKeyring, type PersonKeys } from './personalData/keyring.ts';

export interface JournalParts {
  readonly store: EventStore;
  readonly keys: PersonKeys;
  readonly registry?: EventRegistry;
}

/** The journal of the domain: a server of events, and the keys to what is personal in them. Closing it closes the server's connection. */
export function openJournal({ store, keys, registry = EVENTS }: JournalParts): Journal {
  const { encode, decode } = createEnvelope(createKeyring(keys), registry);

  async function* readStream(stream: StreamName, from = 0n): AsyncGenerator<Recorded> {
    for await (const stored of store.readStream(stream, from)) yield* await decode(stored);
  }

  async function* readAll(after: bigint | null): AsyncGenerator<Recorded> {
    for await (const stored of store.readAll(after)) yield* await decode(stored);
  }

  async function* subscribe(after: bigint | null, signal: AbortSignal): AsyncGenerator<Batch> {
    for await (const { events, caughtUp } of store.subscribe(after, signal))
      yield { events: await decode(events), caughtUp };
  }

  return {
    append: async ({ stream, events, meta, expected }) =>
      store.append(stream, await encode(stream, events, meta), expected),
    readStream,
    readAll,
    subscribe,
    end: () => store.lastOfRecords(),
    close: () => store.close(),
  };
}
