import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { gather } from '#eventstore/eventstoredb/gather.ts';
import { BATCH_LIMIT } from '#eventstore/eventstoredb/read.ts';
import { follow } from '#eventstore/eventstoredb/subscribe.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

/** A stream of objects that is always full. */
function full(items: readonly object[]) {
  const left = [...items];
  return new Readable({
    objectMode: true,
    highWaterMark: 100,
    read() {
      for (let more = true; more;) more = this.push(left.shift() ?? null) && left.length > 0;
    },
  });
}

describe('gathering', () => {
  test('pauses the stream while the reader is busy, and loses nothing', async () => {
    const source = full(numbers(1_000).map((n) => ({ n })));
    const feed = gather<{ n: number }>(source, 150);
    await expect.poll(() => source.isPaused()).toBe(true);
    expect(feed.received()).toBe(150);
    const taken: number[] = [];
    for (let ended = false; !ended;) {
      const batch = await feed.take();
      expect(batch.items.length).toBeLessThanOrEqual(150);
      taken.push(...batch.items.map(({ n }) => n));
      ({ ended } = batch);
    }
    expect(taken).toEqual(numbers(1_000));
  });

  test('hands over what came before a failure, then fails', async () => {
    const source = new Readable({ objectMode: true, read: () => undefined });
    const feed = gather<string>(source, 10);
    source.push('before');
    await expect.poll(() => feed.received()).toBe(1);
    source.destroy(new Error('broken'));
    expect(await feed.take()).toEqual({ items: ['before'], ended: false });
    await expect(feed.take()).rejects.toThrow('broken');
  });
});

describe('following', () => {
  test('has caught up only when the events that were announced ahead of it are handed over', async () => {
    const count = BATCH_LIMIT + 70;
    const created = new Date(0);
    const source = full(
      numbers(count).map((n) => ({
        commitPosition: BigInt(n),
        event: { id: `${n}`, type: 'Noted', data: {}, metadata: {}, streamId: 'a-b', revision: 0n, created },
      })),
    );
    let buffered = 0;
    source.once('pause', () => {
      buffered = source.readableLength;
      source.emit('caughtUp');
    });
    const live = Object.assign(source, { unsubscribe: () => Promise.resolve() });
    const batches = await Array.fromAsync(follow(live, new AbortController().signal));
    expect(buffered).toBeGreaterThan(0);
    const firstCaughtUp = batches.findIndex(({ caughtUp }) => caughtUp);
    const handedOver = batches.slice(0, firstCaughtUp + 1).flatMap(({ events }) => events).length;
    expect(batches[0]?.caughtUp).toBe(false);
    expect(handedOver).toBeGreaterThanOrEqual(BATCH_LIMIT + buffered);
    expect(batches.flatMap(({ events }) => events)).toHaveLength(count);
  });
});
