import type { AllStreamSubscription, StreamSubscription } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  collect,
  event,
  events,
  eventually,
  startTestJournal,
  type TestJournal,
} from '#tests/support/embedded.ts';

let journal: TestJournal;
beforeAll(async () => {
  journal = await startTestJournal();
});
afterAll(() => journal.stop());

const name = (): string => `ticket-${randomUUID()}`;
const next = (subscription: AllStreamSubscription | StreamSubscription, signal: string): Promise<unknown> =>
  new Promise((resolve) => subscription.once(signal as 'caughtUp', () => resolve(signal)));

async function numbers(subscription: StreamSubscription, count: number): Promise<number[]> {
  return (await collect(subscription, count)).map(({ event: read }) => Number(read?.revision));
}

/** The kinds of messages that a subscription brings, in order: n for an event. */
function logOf(subscription: StreamSubscription | AllStreamSubscription): string[] {
  const log: string[] = [];
  const raw = subscription as unknown as NodeJS.ReadableStream;
  for (const signal of ['confirmation', 'caughtUp', 'fellBehind']) raw.on(signal, () => log.push(signal));
  raw.on('data', () => log.push('event'));
  return log;
}

describe('a subscription', () => {
  it('is confirmed, sends what there is, says that it has caught up, and goes on live', async () => {
    const stream = name();
    await journal.client.appendToStream(stream, events(2));
    const subscription = journal.client.subscribeToStream(stream);
    const log = logOf(subscription);
    await eventually(() => log).toEqual(['confirmation', 'event', 'event', 'caughtUp']);
    await journal.client.appendToStream(stream, event(2));
    await eventually(() => log).toEqual(['confirmation', 'event', 'event', 'caughtUp', 'event']);
    await subscription.unsubscribe();
  });

  it('excludes the revision that it starts from', async () => {
    const stream = name();
    await journal.client.appendToStream(stream, events(5));
    const subscription = journal.client.subscribeToStream(stream, { fromRevision: 2n });
    expect(await numbers(subscription, 2)).toEqual([3, 4]);
  });

  it('excludes the position that it starts from', async () => {
    const { position } = await journal.client.appendToStream(name(), event(0));
    const after = await journal.client.appendToStream(name(), event(1));
    const subscription = journal.client.subscribeToAll({ fromPosition: position ?? 'start' });
    const [first] = await collect(subscription, 1);
    expect(first?.event?.position).toEqual(after.position);
  });

  it('from the end brings only what comes', async () => {
    const stream = name();
    await journal.client.appendToStream(stream, events(3));
    const subscription = journal.client.subscribeToStream(stream, { fromRevision: 'end' });
    const received = numbers(subscription, 1);
    await next(subscription, 'caughtUp');
    await journal.client.appendToStream(stream, event(3));
    expect(await received).toEqual([3]);
  });

  it('to $all from the end brings only what comes', async () => {
    const subscription = journal.client.subscribeToAll({ fromPosition: 'end' });
    const received = collect(subscription, 1);
    await next(subscription, 'caughtUp');
    const { position } = await journal.client.appendToStream(name(), event(0));
    expect((await received)[0]?.event?.position).toEqual(position);
  });

  it('may begin before its stream', async () => {
    const stream = name();
    const subscription = journal.client.subscribeToStream(stream);
    const received = numbers(subscription, 2);
    await next(subscription, 'caughtUp');
    await journal.client.appendToStream(stream, events(2), { expectedRevision: 'no_stream' });
    expect(await received).toEqual([0, 1]);
  });

  it('may begin on a deleted stream, and sees it opened again', async () => {
    const stream = name();
    await journal.client.appendToStream(stream, events(2));
    await journal.client.deleteStream(stream);
    const subscription = journal.client.subscribeToStream(stream);
    const received = numbers(subscription, 1);
    await next(subscription, 'caughtUp');
    await journal.client.appendToStream(stream, event(2));
    expect(await received).toEqual([2]);
  });

  it('goes from catching up to live without a gap or a repeat, while others write', async () => {
    const stream = name();
    const total = 3000;
    await journal.client.appendToStream(stream, events(1000));
    const subscriptions = [1, 2, 3].map(() => numbers(journal.client.subscribeToStream(stream), total));
    for (let n = 1000; n < total; n += 20) await journal.client.appendToStream(stream, events(20));
    const expected = Array.from({ length: total }, (_, n) => n);
    for (const received of subscriptions) expect(await received).toEqual(expected);
  });

  it('says that it fell behind, and again that it has caught up', async () => {
    const stream = name();
    const subscription = journal.client.subscribeToStream(stream);
    const log = logOf(subscription);
    await eventually(() => log).toContain('caughtUp');
    await journal.client.appendToStream(stream, events(2000));
    await expect
      .poll(() => log.filter((entry) => entry !== 'event'))
      .toEqual(['confirmation', 'caughtUp', 'fellBehind', 'caughtUp']);
    expect(log.filter((entry) => entry === 'event')).toHaveLength(2000);
    await subscription.unsubscribe();
  });

  it('that nobody reads holds back neither appends nor other readers', async () => {
    const stream = name();
    const idle = journal.client.subscribeToStream(stream);
    await journal.client.appendToStream(stream, events(10));
    const filler = { ...event(0), data: { filler: 'x'.repeat(100_000) } };
    for (let n = 0; n < 150; n += 1)
      await journal.client.appendToStream(stream, { ...filler, id: randomUUID() });
    expect(await collect(journal.client.readStream(stream))).toHaveLength(160);
    expect(await numbers(idle, 160)).toHaveLength(160);
  });

  it('delivers promptly after the commit', async () => {
    const stream = name();
    const subscription = journal.client.subscribeToStream(stream);
    await next(subscription, 'caughtUp');
    const delays: number[] = [];
    const arrivals = subscription[Symbol.asyncIterator]();
    for (let n = 0; n < 20; n += 1) {
      await journal.client.appendToStream(stream, event(n));
      const acknowledged = performance.now();
      await arrivals.next();
      delays.push(performance.now() - acknowledged);
    }
    expect(delays.sort((a, b) => a - b)[10]).toBeLessThan(50);
    await subscription.unsubscribe();
  });

  it('ends with UNAVAILABLE when the server stops, and can be taken up again', async () => {
    const own = await startTestJournal();
    await own.client.appendToStream('ticket-1', events(2));
    const subscription = own.client.subscribeToAll();
    const broken = new Promise((resolve) => subscription.once('error', resolve));
    await next(subscription, 'caughtUp');
    await own.restart();
    expect(await broken).toMatchObject({ type: 'unavailable' });
    const again = own.client.subscribeToAll({ fromPosition: { commit: 1n, prepare: 1n } });
    expect((await collect(again, 1))[0]?.event?.revision).toBe(1n);
    await own.stop();
  });
});
