import { StreamNotFoundError } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, events, startTestJournal, type TestJournal } from '#tests/support/embedded.ts';

const COUNT = 1500;
let journal: TestJournal;

beforeAll(async () => {
  journal = await startTestJournal();
  await journal.client.appendToStream('ticket-1', events(COUNT));
  await journal.client.appendToStream('ticket-2', events(10));
});
afterAll(() => journal.stop());

describe('reading a stream', () => {
  const revisions = async (options: Parameters<TestJournal['client']['readStream']>[1]) =>
    (await collect(journal.client.readStream('ticket-2', options))).map(({ event }) =>
      Number(event?.revision),
    );

  it.each([
    ['forwards from the start', {}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['forwards from a revision, which is included', { fromRevision: 7n }, [7, 8, 9]],
    ['forwards up to a count', { fromRevision: 2n, maxCount: 3 }, [2, 3, 4]],
    ['forwards from beyond the head', { fromRevision: 10n }, []],
    ['forwards from the largest revision there can be', { fromRevision: 18446744073709551615n }, []],
    ['forwards from the end', { fromRevision: 'end' as const }, []],
    [
      'backwards from the end',
      { direction: 'backwards' as const, fromRevision: 'end' as const, maxCount: 3 },
      [9, 8, 7],
    ],
    [
      'backwards from a revision, which is included',
      { direction: 'backwards' as const, fromRevision: 2n },
      [2, 1, 0],
    ],
    ['backwards from the start', { direction: 'backwards' as const }, [0]],
    [
      'backwards from beyond the head',
      { direction: 'backwards' as const, fromRevision: 99n, maxCount: 2 },
      [9, 8],
    ],
  ])('%s', async (_, options, expected) => {
    expect(await revisions(options)).toEqual(expected);
  });

  it('gives all of a long stream, in order, both ways', async () => {
    const forwards = await collect(journal.client.readStream('ticket-1'));
    const backwards = await collect(
      journal.client.readStream('ticket-1', { direction: 'backwards', fromRevision: 'end' }),
    );
    expect(forwards.map(({ event }) => event?.revision)).toEqual(events(COUNT).map((_, n) => BigInt(n)));
    expect(backwards.reverse()).toEqual(forwards);
  });

  it('that does not exist says so', async () => {
    const error: unknown = await collect(journal.client.readStream('ticket-3')).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(StreamNotFoundError);
    expect(error).toMatchObject({ streamName: 'ticket-3' });
  });
});

describe('reading $all', () => {
  const positions = async (options: Parameters<TestJournal['client']['readAll']>[0]) =>
    (await collect(journal.client.readAll(options))).map(({ event }) => Number(event?.position.commit));

  const at = (n: number) => ({ commit: BigInt(n), prepare: BigInt(n) });
  const last = COUNT + 10;

  it('gives every event of every stream in the order of its commit', async () => {
    const all = await positions({});
    expect(all).toHaveLength(last);
    expect(all).toEqual([...all].sort((a, b) => a - b));
  });

  it.each([
    ['forwards from a position, which is included', { fromPosition: at(last - 1) }, [last - 1, last]],
    ['forwards up to a count', { fromPosition: at(3), maxCount: 2 }, [3, 4]],
    ['forwards from the end', { fromPosition: 'end' as const }, []],
    [
      'backwards from the end',
      { direction: 'backwards' as const, fromPosition: 'end' as const, maxCount: 2 },
      [last, last - 1],
    ],
    [
      'backwards from a position, which is included',
      { direction: 'backwards' as const, fromPosition: at(2) },
      [2, 1],
    ],
    ['backwards from the start', { direction: 'backwards' as const }, []],
  ])('%s', async (_, options, expected) => {
    expect(await positions(options)).toEqual(expected);
  });

  it('can be broken off at any time', async () => {
    const read = journal.client.readAll();
    expect(await collect(read, 3)).toHaveLength(3);
    expect(await positions({ maxCount: 1 })).toEqual([1]);
  });
});
