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

async function stream(metadata: Parameters<TestJournal['client']['setStreamMetadata']>[1]): Promise<string> {
  const name = `ticket-${randomUUID()}`;
  await journal.client.appendToStream(name, events(10));
  await journal.client.setStreamMetadata(name, metadata);
  return name;
}

const revisions = async (name: string, options = {}): Promise<number[]> =>
  (await collect(journal.client.readStream(name, options))).map(({ event: read }) => Number(read?.revision));

describe('stream metadata', () => {
  it('of a stream that has none is empty', async () => {
    expect(await journal.client.getStreamMetadata('ticket-none')).toEqual({ streamName: 'ticket-none' });
  });

  it('is the last that was set, with the properties of the user', async () => {
    const name = await stream({ maxCount: 3 });
    await journal.client.setStreamMetadata(name, {
      maxAge: 60,
      truncateBefore: 1,
      cacheControl: 5,
      owner: 'kim',
    });
    const { metadata } = await journal.client.getStreamMetadata(name);
    expect(metadata).toEqual({ maxAge: 60, truncateBefore: 1, cacheControl: 5, owner: 'kim' });
  });

  it('is a stream of its own, of which only the last event shows', async () => {
    const name = await stream({ maxCount: 3 });
    await journal.client.setStreamMetadata(name, { maxCount: 4 }, { expectedRevision: 0n });
    const read = await collect(journal.client.readStream(`$$${name}`));
    expect(read.map(({ event: found }) => found?.data)).toEqual([{ $maxCount: 4 }]);
    await expect(
      journal.client.setStreamMetadata(name, { maxCount: 5 }, { expectedRevision: 0n }),
    ).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
  });

  it('may be set before the stream has events', async () => {
    const name = `ticket-${randomUUID()}`;
    await journal.client.setStreamMetadata(name, { maxCount: 1 });
    await journal.client.appendToStream(name, events(3));
    expect(await revisions(name)).toEqual([2]);
  });
});

describe('truncation', () => {
  it('by $maxCount keeps the last events, also of those to come', async () => {
    const name = await stream({ maxCount: 3 });
    expect(await revisions(name)).toEqual([7, 8, 9]);
    await journal.client.appendToStream(name, event(10));
    expect(await revisions(name)).toEqual([8, 9, 10]);
    expect(await revisions(name, { fromRevision: 2n, maxCount: 2 })).toEqual([8, 9]);
    expect(await revisions(name, { direction: 'backwards', fromRevision: 'end' })).toEqual([10, 9, 8]);
    expect(await revisions(name, { direction: 'backwards', fromRevision: 5n })).toEqual([]);
  });

  it('by $tb hides what comes before', async () => {
    const name = await stream({ truncateBefore: 8 });
    expect(await revisions(name)).toEqual([8, 9]);
    expect(await revisions(name, { direction: 'backwards', fromRevision: 8n })).toEqual([8]);
  });

  it('of everything leaves an empty stream that still is one', async () => {
    const name = await stream({ truncateBefore: 10 });
    expect(await revisions(name)).toEqual([]);
    const { nextExpectedRevision } = await journal.client.appendToStream(name, event(10), {
      expectedRevision: 9n,
    });
    expect(nextExpectedRevision).toBe(10n);
    expect(await revisions(name)).toEqual([10]);
  });

  it('by $maxAge hides what is older, in seconds', async () => {
    const name = await stream({ maxAge: 1 });
    await eventually(() => revisions(name)).toEqual([]);
    await journal.client.appendToStream(name, event(10));
    expect(await revisions(name)).toEqual([10]);
  });

  it('by $maxAge counts only what it leaves', async () => {
    const name = await stream({ maxAge: 3600 });
    expect(await revisions(name, { maxCount: 4 })).toEqual([0, 1, 2, 3]);
  });

  it('applies to subscriptions, and never to $all', async () => {
    const name = await stream({ maxCount: 2 });
    const subscribed = await collect(journal.client.subscribeToStream(name), 2);
    expect(subscribed.map(({ event: read }) => Number(read?.revision))).toEqual([8, 9]);
    const all = await collect(journal.client.readAll());
    expect(all.filter(({ event: read }) => read?.streamId === name)).toHaveLength(10);
  });

  it('holds after a restart', async () => {
    const own = await startTestJournal();
    await own.client.appendToStream('ticket-1', events(5));
    await own.client.setStreamMetadata('ticket-1', { maxCount: 2 });
    await own.restart();
    await eventually(() => collect(own.client.readStream('ticket-1')).catch(() => [])).toHaveLength(2);
    await own.stop();
  });
});
