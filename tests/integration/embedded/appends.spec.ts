import { binaryEvent, jsonEvent, WrongExpectedVersionError } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, event, events, startTestJournal, type TestJournal } from '#tests/support/embedded.ts';

let journal: TestJournal;
const name = (): string => `ticket-${randomUUID()}`;

beforeAll(async () => {
  journal = await startTestJournal();
});
afterAll(() => journal.stop());

describe('an appended event', () => {
  it('is read back as it was written, with its place and time', async () => {
    const stream = name();
    const before = Date.now();
    const written = jsonEvent({
      type: 'TicketOpened',
      data: { title: 'Ünïcode ✓' },
      metadata: { by: 'kim' },
    });
    const { nextExpectedRevision, position } = await journal.client.appendToStream(stream, written);
    const [read] = await collect(journal.client.readStream(stream));
    expect(nextExpectedRevision).toBe(0n);
    expect(read?.commitPosition).toBe(position?.commit);
    expect(read?.event).toMatchObject({
      id: written.id,
      streamId: stream,
      revision: 0n,
      type: 'TicketOpened',
      isJson: true,
      data: { title: 'Ünïcode ✓' },
      metadata: { by: 'kim' },
      position,
    });
    expect(read?.event?.created.getTime()).toBeGreaterThanOrEqual(before);
    expect(read?.event?.created.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('may be binary, with binary metadata', async () => {
    const stream = name();
    const data = Uint8Array.of(0, 1, 255, 128);
    await journal.client.appendToStream(
      stream,
      binaryEvent({ type: 'Raw', data, metadata: Uint8Array.of(9) }),
    );
    const [read] = await collect(journal.client.readStream(stream));
    expect(read?.event).toMatchObject({ isJson: false, type: 'Raw' });
    expect(Buffer.from(read?.event?.data as Uint8Array)).toEqual(Buffer.from(data));
  });

  it('has a commit position equal to its prepare position, larger than all before', async () => {
    const positions: bigint[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { position } = await journal.client.appendToStream(name(), event(n));
      expect(position?.commit).toBe(position?.prepare);
      positions.push(position?.commit ?? 0n);
    }
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => Number(a - b)));
  });
});

describe('the expected revision', () => {
  const conflict = async (stream: string, expectedRevision: Parameters<typeof append>[1]) => {
    const error: unknown = await append(stream, expectedRevision).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    const { actualVersion, expectedVersion, streamName } = error as WrongExpectedVersionError;
    return { actualVersion, expectedVersion, streamName };
  };
  const append = (stream: string, expectedRevision: bigint | 'any' | 'no_stream' | 'stream_exists') =>
    journal.client.appendToStream(stream, event(0), { expectedRevision });

  it('no_stream holds for a new stream only', async () => {
    const stream = name();
    expect((await append(stream, 'no_stream')).nextExpectedRevision).toBe(0n);
    expect(await conflict(stream, 'no_stream')).toEqual({
      streamName: stream,
      expectedVersion: 'no_stream',
      actualVersion: 0n,
    });
  });

  it('stream_exists holds for a stream with events, or with metadata alone', async () => {
    const stream = name();
    expect(await conflict(stream, 'stream_exists')).toMatchObject({
      expectedVersion: 'stream_exists',
      actualVersion: 'no_stream',
    });
    await journal.client.setStreamMetadata(stream, { maxCount: 100 });
    expect((await append(stream, 'stream_exists')).nextExpectedRevision).toBe(0n);
    expect((await append(stream, 'stream_exists')).nextExpectedRevision).toBe(1n);
  });

  it('any always holds', async () => {
    const stream = name();
    expect((await append(stream, 'any')).nextExpectedRevision).toBe(0n);
    expect((await append(stream, 'any')).nextExpectedRevision).toBe(1n);
  });

  it('an exact revision holds when it is the head', async () => {
    const stream = name();
    await append(stream, 'no_stream');
    expect((await append(stream, 0n)).nextExpectedRevision).toBe(1n);
    expect(await conflict(stream, 0n)).toMatchObject({ expectedVersion: 0n, actualVersion: 1n });
    expect(await conflict(stream, 7n)).toMatchObject({ expectedVersion: 7n, actualVersion: 1n });
    expect(await conflict(name(), 0n)).toMatchObject({ actualVersion: 'no_stream' });
  });

  it('lets one of many concurrent writers through', async () => {
    const stream = name();
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => append(stream, 'no_stream')));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await collect(journal.client.readStream(stream))).toHaveLength(1);
  });

  it('of an append without events is checked, and nothing is written', async () => {
    const stream = name();
    await append(stream, 'any');
    const { client } = journal;
    expect((await client.appendToStream(stream, [], { expectedRevision: 0n })).nextExpectedRevision).toBe(0n);
    await expect(client.appendToStream(stream, [], { expectedRevision: 3n })).rejects.toThrow(
      WrongExpectedVersionError,
    );
    expect(await collect(client.readStream(stream))).toHaveLength(1);
  });
});

describe('a repeated append', () => {
  const first = async (expectedRevision: bigint | 'any' | 'no_stream' | 'stream_exists', stream = name()) => {
    const batch = events(3);
    const options = { expectedRevision };
    const result = await journal.client.appendToStream(stream, batch, options);
    await journal.client.appendToStream(stream, event(9));
    return { stream, batch, options, result };
  };

  it.each(['no_stream', 'any'] as const)('at %s answers with the first result', async (expected) => {
    const { stream, batch, options, result } = await first(expected);
    expect(await journal.client.appendToStream(stream, batch, options)).toEqual(result);
    expect(await collect(journal.client.readStream(stream))).toHaveLength(4);
  });

  it.each([1n, 'stream_exists'] as const)(
    'at %s, behind the head, answers with the first result',
    async (expected) => {
      const stream = name();
      await journal.client.appendToStream(stream, events(2));
      const { batch, options, result } = await first(expected, stream);
      expect(await journal.client.appendToStream(stream, batch, options)).toEqual(result);
      expect(await collect(journal.client.readStream(stream))).toHaveLength(6);
    },
  );

  it('is known after a restart too', async () => {
    const own = await startTestJournal();
    const batch = events(3);
    const options = { expectedRevision: 'no_stream' as const };
    const result = await own.client.appendToStream('ticket-1', batch, options);
    await own.restart();
    const again = own.client.appendToStream('ticket-1', batch, options).catch(() => {
      return own.client.appendToStream('ticket-1', batch, options);
    });
    expect(await again).toEqual(result);
    await own.stop();
  });

  it('that only begins like the first is a conflict', async () => {
    const { stream, batch, options } = await first('no_stream');
    const { client } = journal;
    await expect(client.appendToStream(stream, [...batch, event(5)], options)).rejects.toThrow(
      WrongExpectedVersionError,
    );
    await expect(
      client.appendToStream(stream, [...batch.slice(0, 1), event(5)], { expectedRevision: 'any' }),
    ).rejects.toThrow(WrongExpectedVersionError);
  });

  it('in another stream is an append of its own', async () => {
    const { batch } = await first('any');
    const { nextExpectedRevision } = await journal.client.appendToStream(name(), batch);
    expect(nextExpectedRevision).toBe(2n);
  });
});
