import { jsonEvent } from '@eventstore/db-client';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collect, eventually, startTestJournal, type TestJournal } from '#tests/support/embedded.ts';
import { Model, type Answer, type Expected, type Window } from './model.ts';

let journal: TestJournal;
beforeAll(async () => {
  journal = await startTestJournal();
});
afterAll(() => journal.stop());

/** An exact revision is drawn as a distance from the head, a batch as new events or one that was sent before. */
type Draw = { stream: number; expected: 'any' | 'no_stream' | 'stream_exists' | { fromHead: number } };
type Step =
  | (Draw & { kind: 'append'; batch: { fresh: number } | { again: number; keep: number } })
  | (Draw & { kind: 'delete'; hard: boolean })
  | { kind: 'limit'; stream: number; from: number; maxCount: number }
  | { kind: 'read'; stream: number; window: Window };

const stream = fc.nat(2);
const expected = fc.oneof(
  fc.constantFrom('any' as const, 'no_stream' as const, 'stream_exists' as const),
  fc.record({ fromHead: fc.integer({ min: -4, max: 1 }) }),
);
const batch = fc.oneof(
  { weight: 3, arbitrary: fc.record({ fresh: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ again: fc.nat(5), keep: fc.integer({ min: 1, max: 3 }) }) },
);
const window = fc.record({
  backwards: fc.boolean(),
  from: fc.nat(12),
  count: fc.integer({ min: 1, max: 8 }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('append' as const), stream, expected, batch }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      stream,
      expected,
      hard: fc.constant(false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      stream,
      expected,
      hard: fc.nat(3).map((n) => n === 0),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('limit' as const),
      stream,
      from: fc.nat(8),
      maxCount: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('read' as const), stream, window }) },
);

const typeOf = (error: unknown): Answer => (error as { type: Answer }).type;
const answer = (call: Promise<number>): Promise<Answer> => call.then((revision) => ({ revision }), typeOf);

const toClient = (wanted: Expected) => (typeof wanted === 'number' ? BigInt(wanted) : wanted);

/** Walks the model and the journal through the same steps, and compares each answer. */
function createWalk() {
  const model = new Model();
  const prefix = randomUUID();
  const sent: string[][] = [];
  const nameOf = (n: number): string => `walk-${prefix}-${n}`;
  const { client } = journal;

  const resolve = (drawn: Draw['expected'], name: string): Expected =>
    typeof drawn === 'object' ? Math.max(0, model.head(name) + drawn.fromHead) : drawn;

  function draw(from: { fresh: number } | { again: number; keep: number }): string[] {
    if ('again' in from) return sent.at(-1 - from.again)?.slice(0, from.keep) ?? [];
    const ids = Array.from({ length: from.fresh }, () => randomUUID() as string);
    sent.push(ids);
    return ids;
  }

  async function append(name: string, wanted: Expected, ids: string[]): Promise<void> {
    const proposed = ids.map((id) => jsonEvent({ id, type: 'Walked', data: {} }));
    const options = { expectedRevision: toClient(wanted) };
    const call = client.appendToStream(name, proposed, options);
    const real = await answer(call.then((result) => Number(result.nextExpectedRevision)));
    const due = model.append(name, wanted, ids);
    // The client cannot say that a stream has no revision: it says 0.
    expect(real).toEqual(typeof due === 'object' && due.revision === -1 ? { revision: 0 } : due);
  }

  async function remove(name: string, wanted: Expected, hard: boolean): Promise<void> {
    if (wanted === 'stream_exists') return;
    const options = { expectedRevision: toClient(wanted) as bigint | 'any' };
    const call = hard ? client.tombstoneStream(name, options) : client.deleteStream(name, options);
    const head = model.head(name);
    expect(await answer(call.then(() => head))).toEqual(
      hard ? model.tombstone(name, wanted) : model.delete(name, wanted),
    );
  }

  async function read(name: string, { backwards, from, count }: Window): Promise<void> {
    const options = {
      direction: backwards ? ('backwards' as const) : ('forwards' as const),
      fromRevision: BigInt(from),
      maxCount: count,
    };
    const ids = collect(client.readStream(name, options)).then((all) => all.map(({ event }) => event?.id));
    expect(await ids.catch(typeOf)).toEqual(model.read(name, { backwards, from, count }));
  }

  async function limit(name: string, from: number, maxCount: number): Promise<void> {
    const call = client.setStreamMetadata(name, { truncateBefore: from, maxCount });
    expect(await answer(call.then(() => 0))).toEqual(model.limit(name, from, maxCount));
  }

  async function take(next: Step): Promise<void> {
    const name = nameOf(next.stream);
    if (next.kind === 'append') await append(name, resolve(next.expected, name), draw(next.batch));
    if (next.kind === 'delete') await remove(name, resolve(next.expected, name), next.hard);
    if (next.kind === 'limit') await limit(name, next.from, next.maxCount);
    if (next.kind === 'read') await read(name, next.window);
  }

  const whole: Window = { backwards: false, from: 0, count: 1000 };
  const readAllStreams = async (): Promise<void> => {
    for (const n of [0, 1, 2]) await read(nameOf(n), whole);
  };

  async function readLog(): Promise<void> {
    const all = await collect(client.readAll());
    const mine = all.filter(({ event }) => event?.streamId.includes(prefix));
    const log = mine.map(({ event }) => {
      if (event?.type === '$metadata') return event.streamId;
      return `${event?.streamId ?? ''}@${event?.type === '$streamDeleted' ? 'tombstone' : String(event?.revision)}`;
    });
    expect(log).toEqual(model.log);
  }

  return { take, readAllStreams, readLog };
}

it(
  'behaves as the model does, whatever is asked of it, and still does after a restart',
  { timeout: 60_000 },
  async () => {
    const walks: ReturnType<typeof createWalk>[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
        const walk = createWalk();
        for (const next of steps) await walk.take(next);
        await walk.readLog();
        await walk.readAllStreams();
        walks.push(walk);
      }),
      { numRuns: 150 },
    );
    await journal.restart();
    await eventually(() => collect(journal.client.readAll({ maxCount: 1 })).catch(() => [])).toHaveLength(1);
    for (const walk of walks) await walk.readAllStreams();
  },
);
