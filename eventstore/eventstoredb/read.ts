import {
  BACKWARDS,
  END,
  START,
  StreamNotFoundError,
  type AllStreamResolvedEvent,
  type ResolvedEvent,
} from '@eventstore/db-client';
import type { StoredEvent } from '../eventStore.ts';
import type { Client } from './connection.ts';
import { gather, type Source } from './gather.ts';
import { within } from './patience.ts';

/** So many events wait in memory for their reader at most. */
export const BATCH_LIMIT = 1_024;
export const BUFFERED = { highWaterMark: 256 };

type Resolved = ResolvedEvent | AllStreamResolvedEvent;

/** Undefined where a link points to nothing. */
export function storedOf({ event, commitPosition }: Resolved): StoredEvent | undefined {
  if (!event) return undefined;
  const { id, type, data, metadata, streamId, revision, created, position } = event;
  const commit = position?.commit ?? commitPosition;
  if (commit === undefined) throw new Error('The server is too old: it gives no position with an event.');
  return { id, type, data, metadata, stream: streamId, revision, position: commit, created };
}

export function storedOfAll(items: readonly Resolved[]): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (const item of items) {
    const event = storedOf(item);
    if (event) events.push(event);
  }
  return events;
}

async function* batches(
  source: Source & { cancel(): Promise<void> },
  idleMs: number,
): AsyncGenerator<StoredEvent[], void, void> {
  const feed = gather<Resolved>(source, BATCH_LIMIT);
  try {
    for (;;) {
      const { items, ended } = await within(feed.take(), idleMs);
      if (items.length > 0) yield storedOfAll(items);
      if (ended) return;
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  } finally {
    source.cancel().catch(() => undefined);
  }
}

/** Batches of one stream; throws JournalUnavailable when nothing comes for `idleMs`. */
export function readStream(
  client: Client,
  stream: string,
  from: bigint,
  idleMs: number,
): AsyncGenerator<StoredEvent[], void, void> {
  return batches(client.readStream(stream, { fromRevision: from }, BUFFERED), idleMs);
}

/** Batches of $all, the event at `from` included. */
export function readAll(
  client: Client,
  from: bigint | null,
  idleMs: number,
): AsyncGenerator<StoredEvent[], void, void> {
  const fromPosition = from === null ? START : { commit: from, prepare: from };
  return batches(client.readAll({ fromPosition }, BUFFERED), idleMs);
}

/** What is no record's never stands so often without one in between. */
const NEWEST = 500;

/** Batches of the newest of $all, the last first. */
export function readNewest(client: Client, idleMs: number): AsyncGenerator<StoredEvent[], void, void> {
  const options = { direction: BACKWARDS, fromPosition: END, maxCount: NEWEST } as const;
  return batches(client.readAll(options, BUFFERED), idleMs);
}

export async function positionAt(client: Client, stream: string, revision: bigint): Promise<bigint> {
  for await (const resolved of client.readStream(stream, { fromRevision: revision, maxCount: 1 })) {
    const event = storedOf(resolved);
    if (event) return event.position;
  }
  throw new Error(`${stream} has no event ${revision}, though the server said so.`);
}
