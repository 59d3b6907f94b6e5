import { START, streamNameFilter, type AllStreamResolvedEvent } from '@eventstore/db-client';
import type { StoredBatch } from '../eventStore.ts';
import type { Client } from './connection.ts';
import { gather, type Source } from './gather.ts';
import { BATCH_LIMIT, BUFFERED, storedOfAll } from './read.ts';

const CHECKPOINT_EVERY = 1_000;

export interface LiveSource extends Source {
  readonly readableLength: number;
  unsubscribe(): Promise<void>;
}

/** Batches of a live source, told apart by whether it stands at the end, until the signal is aborted or the source ends. */
export async function* follow(
  source: LiveSource,
  signal: AbortSignal,
): AsyncGenerator<StoredBatch, void, void> {
  const feed = gather<AllStreamResolvedEvent>(source, BATCH_LIMIT);
  const stop = (): void => feed.stop(null);
  signal.addEventListener('abort', stop, { once: true });
  // The client announces both ahead of the events that it still holds.
  let liveAfter = Infinity;
  source.on('caughtUp', () => {
    liveAfter = feed.received() + source.readableLength;
    feed.nudge();
  });
  source.on('fellBehind', () => (liveAfter = Infinity));

  let taken = 0;
  let live = false;
  try {
    for (;;) {
      const { items, ended } = await feed.take();
      if (signal.aborted) return;
      taken += items.length;
      const wasLive = live;
      live = taken >= liveAfter;
      if (items.length > 0 || (live && !wasLive)) yield { events: storedOfAll(items), caughtUp: live };
      if (ended) return;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    source.unsubscribe().catch(() => undefined);
  }
}

/** Neither the server's own streams nor those that keep values unique, numbers in order and ends apart. */
const RECORDS = String.raw`^(?!\$|claim-|sequence-|guard-)`;

/** Batches of $all after a position: the events of records. */
export function subscribeOnce(
  client: Client,
  after: bigint | null,
  signal: AbortSignal,
): AsyncGenerator<StoredBatch, void, void> {
  const source = client.subscribeToAll(
    {
      fromPosition: after === null ? START : { commit: after, prepare: after },
      filter: streamNameFilter({ regex: RECORDS, checkpointInterval: CHECKPOINT_EVERY }),
    },
    BUFFERED,
  );
  return follow(source, signal);
}
