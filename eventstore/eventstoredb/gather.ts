import { setImmediate } from 'node:timers/promises';

/** What the streams of the client have in common. */
export interface Source {
  on(event: string, listener: (...args: unknown[]) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

export interface Gathering<T> {
  /** All objects that have arrived since the last call, waiting for one; throws the stream's error once they are taken. */
  take(): Promise<{ items: readonly T[]; ended: boolean }>;
  /** Lets a waiting `take` return with what is there, which may be nothing. */
  nudge(): void;
  stop(error: Error | null): void;
  received(): number;
}

/** Gathers the objects of a stream into batches. The stream is paused while `limit` of them wait, so memory is flat. */
export function gather<T>(source: Source, limit: number): Gathering<T> {
  let waiting: T[] = [];
  let received = 0;
  let ended: { readonly error: Error | null } | null = null;
  let arrival = Promise.withResolvers<null>();

  function stop(error: Error | null): void {
    ended ??= { error };
    arrival.resolve(null);
  }

  source.on('data', (item) => {
    waiting.push(item as T);
    received += 1;
    if (waiting.length >= limit) source.pause();
    arrival.resolve(null);
  });
  source.on('error', (error) => stop(error as Error));
  source.on('end', () => stop(null));
  source.on('close', () => stop(null));

  async function take(): Promise<{ items: readonly T[]; ended: boolean }> {
    await arrival.promise;
    // What else this turn of the event loop brings belongs to the same batch.
    await setImmediate();
    const items = waiting;
    if (items.length === 0 && ended?.error) throw ended.error;
    waiting = [];
    arrival = Promise.withResolvers<null>();
    if (ended) arrival.resolve(null);
    else source.resume();
    return { items, ended: ended !== null && ended.error === null };
  }

  return { take, nudge: () => arrival.resolve(null), stop, received: () => received };
}
