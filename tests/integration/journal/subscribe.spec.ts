import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { StreamName } from '#domain/ids.ts';
import { connectEventStore } from '#eventstore/eventstoredb.ts';
import { BATCH_LIMIT } from '#eventstore/eventstoredb/read.ts';
import type { EventStore, ProposedEvent, StoredBatch, StoredEvent } from '#eventstore/eventStore.ts';
import { UnreadableEvent, type Batch } from '#eventstore/journal.ts';
import { temporaryDirectory } from '#tests/support/embedded.ts';
import { metadata, startTestDesk, type TestDesk } from '#tests/support/journal.ts';

const newStream = (): StreamName => `ticket-${randomUUID()}`;
const note = (n: number): ProposedEvent => ({ id: randomUUID(), type: 'Noted', data: { n }, metadata: {} });
const numberOf = ({ data }: StoredEvent): number => (data as { n: number }).n;

/** Takes batches until `enough`. */
async function take<B extends StoredBatch | Batch>(
  batches: AsyncIterable<B>,
  enough: (taken: readonly B[]) => boolean,
): Promise<B[]> {
  const taken: B[] = [];
  for await (const batch of batches) {
    taken.push(batch);
    if (enough(taken)) break;
  }
  return taken;
}
const isCaughtUp = (taken: readonly { caughtUp: boolean }[]): boolean => taken.at(-1)?.caughtUp === true;

describe('a subscription', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startTestDesk();
  });
  afterAll(() => desk.stop());
  const never = new AbortController().signal;
  const append = (stream: StreamName, tag: string) =>
    desk.journal.append({
      stream,
      events: [{ type: 'TicketTagged', data: { tag } }],
      meta: metadata(),
      expected: 'any',
    });

  test('tells that it has caught up with an empty journal, then goes on live', async () => {
    const batches = desk.journal.subscribe(null, never)[Symbol.asyncIterator]();
    expect((await batches.next()).value).toEqual({ events: [], caughtUp: true });
    for (const tag of ['a', 'b']) {
      await append('ticket-live', tag);
      const { value } = (await batches.next()) as IteratorYieldResult<Batch>;
      expect(value).toMatchObject({ caughtUp: true, events: [{ data: { tag } }] });
    }
    await batches.return?.();
  });

  test('tells of records, not of what keeps their numbers in order and their ends apart', async () => {
    const seen = take(desk.journal.subscribe(null, never), (batches) =>
      batches.some(({ events }) => events.some(({ stream }) => stream === 'ticket-last')),
    );
    const taken = {
      events: [{ type: 'NumberTaken', data: { by: randomUUID() } }],
      meta: metadata(),
      expected: 'any',
    } as const;
    await desk.journal.append({ ...taken, stream: 'sequence-ticket' });
    await desk.journal.append({
      ...taken,
      meta: metadata(),
      stream: 'guard-merges',
      events: [{ type: 'EndAnnounced', data: { of: randomUUID(), revision: 0 } }],
    });
    await append('ticket-last', 'c');
    const types = (await seen).flatMap(({ events }) => events.map(({ type }) => type));
    expect(types).toContain('TicketTagged');
    expect(types).not.toContain('NumberTaken');
    expect(types).not.toContain('EndAnnounced');
  });

  test('has caught up only with the last event that was there, in batches that memory can hold', async () => {
    const count = 2 * BATCH_LIMIT + 500;
    const stream = newStream();
    for (let from = 0; from < count; from += 500)
      await desk.store.append(
        stream,
        Array.from({ length: Math.min(500, count - from) }, (_, n) => note(from + n)),
        'any',
      );
    const batches = await take(desk.store.subscribe(null, never), isCaughtUp);
    const numbers = batches.flatMap(({ events }) =>
      events.filter((event) => event.stream === stream).map(numberOf),
    );
    expect(numbers).toEqual(Array.from({ length: count }, (_, n) => n));
    expect(batches.slice(0, -1).some(({ caughtUp }) => caughtUp)).toBe(false);
    expect(Math.max(...batches.map(({ events }) => events.length))).toBeLessThanOrEqual(BATCH_LIMIT);
  });

  test('begins after the position that it is given', async () => {
    const stream = newStream();
    const first = await append(stream, 'a');
    await append(stream, 'b');
    const after = first.ok ? first.position : null;
    const batches = await take(desk.journal.subscribe(after, never), isCaughtUp);
    expect(batches.flatMap(({ events }) => events.map(({ data }) => data))).toEqual([{ tag: 'b' }]);
    const read = await Array.fromAsync(desk.journal.readAll(after));
    expect(read.map(({ data }) => data)).toEqual([{ tag: 'b' }]);
  });

  test('ends with its signal, also while it waits', async () => {
    const stop = new AbortController();
    const batches = take(desk.store.subscribe(null, stop.signal), (taken) => {
      if (isCaughtUp(taken)) stop.abort();
      return false;
    });
    expect((await batches).at(-1)?.caughtUp).toBe(true);
  });

  test('ends with a fault when the journal is closed under it', async () => {
    const own = connectEventStore({ address: desk.embedded.address });
    const reading = take(own.subscribe(null, never), (taken) => {
      if (isCaughtUp(taken)) void own.close();
      return false;
    });
    await expect(reading).rejects.toThrow('The journal has been closed.');
    await expect(own.append(newStream(), [note(1)], 'any')).rejects.toThrow('The journal has been closed.');
  });

  test('stops at what it cannot understand, and says where', async () => {
    const stream = newStream();
    const known = await append(stream, 'a');
    await desk.store.append(stream, [note(1)], 'any');
    const reading = take(desk.journal.subscribe(known.ok ? known.position : null, never), isCaughtUp);
    const fault: unknown = await reading.catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UnreadableEvent);
    expect(fault).toMatchObject({ stream, revision: 1n, type: 'Noted' });
  });
});

describe('a server that is killed and started again', () => {
  const children = new Set<ChildProcess>();
  const directory = temporaryDirectory();
  let store: EventStore | undefined;
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await store?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function serve(): Promise<{ child: ChildProcess; address: string }> {
    const script = join(import.meta.dirname, '../embedded/child.ts');
    const files = [join(directory, 'journal.db'), join(directory, 's')];
    const child = spawn(process.execPath, [script, ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.add(child);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, address: line.toString().trim() };
  }

  test('loses a subscriber nothing, and tells it nothing twice', async () => {
    const KILLS = 3;
    const { address, ...first } = await serve();
    let { child } = first;
    const events = connectEventStore({ address, timeoutMs: 20_000 });
    store = events;
    const stop = new AbortController();
    const received: StoredEvent[] = [];
    const subscriber = (async () => {
      for await (const batch of events.subscribe(null, stop.signal)) received.push(...batch.events);
    })();

    let written = 0;
    const writing = new AbortController();
    const writer = (async () => {
      for (; !writing.signal.aborted; written += 1) {
        const expected = written === 0 ? 'no stream' : BigInt(written - 1);
        expect(await events.append('ticket-log', [note(written)], expected)).toMatchObject({ ok: true });
      }
    })();
    for (let kills = 1; kills <= KILLS; kills += 1) {
      await expect.poll(() => received.length, { timeout: 20_000 }).toBeGreaterThan(kills * 150);
      child.kill('SIGKILL');
      await once(child, 'exit');
      ({ child } = await serve());
    }
    await expect.poll(() => received.length, { timeout: 20_000 }).toBeGreaterThan((KILLS + 1) * 150);
    writing.abort();
    await writer;
    await expect.poll(() => received.length, { timeout: 20_000 }).toBe(written);
    stop.abort();
    await subscriber;
    expect(received.map(numberOf)).toEqual(Array.from({ length: written }, (_, n) => n));
    const positions = received.map(({ position }) => position);
    expect(positions.every((position, n) => n === 0 || position > (positions[n - 1] ?? 0n))).toBe(true);
  }, 90_000);
});
