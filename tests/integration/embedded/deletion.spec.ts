import { StreamDeletedError, StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client';
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

async function stream(count = 3): Promise<string> {
  const name = `ticket-${randomUUID()}`;
  await journal.client.appendToStream(name, events(count));
  return name;
}

const revisions = async (name: string): Promise<number[]> =>
  (await collect(journal.client.readStream(name))).map(({ event: read }) => Number(read?.revision));

describe('a deleted stream', () => {
  it('is not found by readers', async () => {
    const name = await stream();
    const { position } = await journal.client.deleteStream(name);
    expect(position?.commit).toBeGreaterThan(0n);
    await expect(revisions(name)).rejects.toThrow(StreamNotFoundError);
  });

  it.each(['no_stream', 'any', 2n] as const)(
    'is opened again by an append at %s, from its next revision on',
    async (expectedRevision) => {
      const name = await stream();
      await journal.client.deleteStream(name);
      const { nextExpectedRevision } = await journal.client.appendToStream(name, events(2), {
        expectedRevision,
      });
      expect(nextExpectedRevision).toBe(4n);
      expect(await revisions(name)).toEqual([3, 4]);
      expect((await journal.client.getStreamMetadata(name)).metadata).toEqual({ truncateBefore: 3 });
    },
  );

  it('does not count as existing', async () => {
    const name = await stream();
    await journal.client.deleteStream(name);
    const append = journal.client.appendToStream(name, event(1), { expectedRevision: 'stream_exists' });
    await expect(append).rejects.toThrow(StreamDeletedError);
  });

  it('is opened again by new metadata, without its old events', async () => {
    const name = await stream();
    await journal.client.deleteStream(name);
    await journal.client.setStreamMetadata(name, { maxCount: 5 });
    expect(await revisions(name)).toEqual([]);
    expect((await journal.client.getStreamMetadata(name)).metadata).toEqual({
      truncateBefore: 3,
      maxCount: 5,
    });
  });

  it('stays deleted, and opened again, over a restart', async () => {
    const own = await startTestJournal();
    await own.client.appendToStream('ticket-1', events(2));
    await own.client.appendToStream('ticket-2', events(2));
    await own.client.deleteStream('ticket-1');
    await own.client.deleteStream('ticket-2');
    await own.client.appendToStream('ticket-2', event(2));
    await own.restart();
    await eventually(() => collect(own.client.readStream('ticket-2')).catch(() => [])).toHaveLength(1);
    await expect(collect(own.client.readStream('ticket-1'))).rejects.toThrow(StreamNotFoundError);
    await own.stop();
  });
});

describe('deleting', () => {
  it('at the head succeeds, elsewhere it is a conflict that tells both revisions', async () => {
    const name = await stream();
    await expect(journal.client.deleteStream(name, { expectedRevision: 1n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      streamName: name,
      expectedVersion: 1n,
      actualVersion: 2n,
    });
    await journal.client.deleteStream(name, { expectedRevision: 2n });
    await expect(revisions(name)).rejects.toThrow(StreamNotFoundError);
  });

  it.each(['no_stream', 'any', 0n] as const)(
    'a missing stream at %s is a conflict',
    async (expectedRevision) => {
      const missing = journal.client.deleteStream(`ticket-${randomUUID()}`, { expectedRevision });
      await expect(missing).rejects.toThrow(WrongExpectedVersionError);
      await expect(missing).rejects.toMatchObject({ actualVersion: 'no_stream' });
    },
  );
});

describe('a tombstoned stream', () => {
  const deleted = (name: string) => ({ type: 'stream-deleted', streamName: name });

  it('is deleted for readers, subscribers, writers and deleters, for ever', async () => {
    const name = await stream();
    await journal.client.tombstoneStream(name, { expectedRevision: 2n });
    await expect(revisions(name)).rejects.toMatchObject(deleted(name));
    await expect(collect(journal.client.subscribeToStream(name))).rejects.toMatchObject(deleted(name));
    await expect(journal.client.appendToStream(name, event(1))).rejects.toMatchObject(deleted(name));
    await expect(
      journal.client.appendToStream(name, event(1), { expectedRevision: 'no_stream' }),
    ).rejects.toThrow(StreamDeletedError);
    await expect(journal.client.deleteStream(name)).rejects.toMatchObject(deleted(name));
    await expect(journal.client.tombstoneStream(name)).rejects.toMatchObject(deleted(name));
  });

  it('takes its metadata with it', async () => {
    const name = await stream();
    await journal.client.setStreamMetadata(name, { maxCount: 1 });
    await journal.client.tombstoneStream(name);
    await expect(journal.client.getStreamMetadata(name)).rejects.toThrow(StreamDeletedError);
    await expect(journal.client.setStreamMetadata(name, { maxCount: 2 })).rejects.toThrow(StreamDeletedError);
  });

  it('may never have existed', async () => {
    const name = `ticket-${randomUUID()}`;
    await journal.client.tombstoneStream(name, { expectedRevision: 'no_stream' });
    await expect(journal.client.appendToStream(name, event(1))).rejects.toThrow(StreamDeletedError);
  });

  it('needs the expected revision too', async () => {
    const name = await stream();
    await expect(journal.client.tombstoneStream(name, { expectedRevision: 7n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      expectedVersion: 7n,
      actualVersion: 2n,
    });
  });

  it('leaves its events and a $streamDeleted in $all', async () => {
    const name = await stream(1);
    const { position } = await journal.client.tombstoneStream(name);
    const all = await collect(
      journal.client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 2 }),
    );
    expect(all.map(({ event: read }) => [read?.streamId, read?.type])).toEqual([
      [name, '$streamDeleted'],
      [name, 'NumberNoted'],
    ]);
    expect(all[0]?.event).toMatchObject({ revision: 9223372036854775807n, position });
  });

  it('ends the subscriptions to it', async () => {
    const name = await stream(1);
    const subscription = journal.client.subscribeToStream(name);
    subscription.on('caughtUp', () => void journal.client.tombstoneStream(name));
    await expect(collect(subscription)).rejects.toMatchObject(deleted(name));
  });
});
