import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StreamName } from '#domain/ids.ts';
import { connectEventStore } from '#eventstore/eventstoredb.ts';
import type { EventStore, ProposedEvent } from '#eventstore/eventStore.ts';
import { JournalUnavailable, type Expected } from '#eventstore/journal.ts';
import { openJournal } from '#eventstore/openJournal.ts';
import { eventsOf, metadata, startTestDesk, type TestDesk } from '#tests/support/journal.ts';
import { startRelay, type Relay } from '#tests/support/relay.ts';

const PATIENCE_MS = 400;
let desk: TestDesk;
let relay: Relay;
let relayed: EventStore;

beforeAll(async () => {
  desk = await startTestDesk();
  relay = await startRelay(desk.embedded.directory, desk.embedded.address);
  relayed = connectEventStore({ address: relay.address, timeoutMs: PATIENCE_MS });
});
afterAll(async () => {
  await relayed.close();
  await relay.stop();
  await desk.stop();
});

const newStream = (): StreamName => `ticket-${randomUUID()}`;
const tagged = (tag: string) => ({ type: 'TicketTagged', data: { tag } }) as const;
const proposed = (): ProposedEvent => ({ id: randomUUID(), type: 'Noted', data: { n: 1 }, metadata: {} });
const storedIn = async (stream: string) => (await Array.fromAsync(desk.store.readStream(stream, 0n))).flat();

describe('an append', () => {
  test('is all or nothing at the exact revision, and tells the actual one', async () => {
    const stream = newStream();
    const append = (expected: Expected, ...tags: string[]) =>
      desk.journal.append({ stream, events: tags.map(tagged), meta: metadata(), expected });
    expect(await append(0n, 'a')).toEqual({ ok: false, actual: 'no stream' });
    expect(await append('no stream', 'a', 'b')).toMatchObject({ ok: true, revision: 1n });
    expect(await append('no stream', 'c')).toEqual({ ok: false, actual: 1n });
    expect(await append(0n, 'c', 'd')).toEqual({ ok: false, actual: 1n });
    expect(await append(1n, 'c')).toMatchObject({ ok: true, revision: 2n });
    expect(await append('any', 'd')).toMatchObject({ ok: true, revision: 3n });
    const events = await eventsOf(desk.journal, stream);
    expect(events.map(({ data }) => data)).toEqual(['a', 'b', 'c', 'd'].map((tag) => ({ tag })));
    expect(events.map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n]);
  });

  test('answers with the position at which the event is read', async () => {
    const stream = newStream();
    const appended = await desk.journal.append({
      stream,
      events: [tagged('a'), tagged('b')],
      meta: metadata(),
      expected: 'no stream',
    });
    const [, last] = await eventsOf(desk.journal, stream);
    expect(appended).toMatchObject({ position: last?.position });
  });

  test('that is repeated yields the first result', async () => {
    const stream = newStream();
    const append = {
      stream,
      events: [tagged('a'), tagged('b')],
      meta: metadata(),
      expected: 'no stream',
    } as const;
    const first = await desk.journal.append(append);
    await desk.journal.append({ ...append, events: [tagged('c')], meta: metadata(), expected: 1n });
    expect(await desk.journal.append(append)).toEqual(first);
    expect(await eventsOf(desk.journal, stream)).toHaveLength(3);
  });

  test('of what nobody may write fails before anything is written', async () => {
    const stream = newStream();
    const events = [tagged('a'), tagged('')];
    await expect(
      desk.journal.append({ stream, events, meta: metadata(), expected: 'no stream' }),
    ).rejects.toMatchObject({ name: 'UnwritableEvent', stream, type: 'TicketTagged' });
    expect(await eventsOf(desk.journal, stream)).toEqual([]);
  });

  test('of more than the server takes is a fault that does not pass', async () => {
    const event = { ...proposed(), data: { text: 'x'.repeat(1_100_000) } };
    const fault = await desk.store.append(newStream(), [event], 'no stream').catch((error: unknown) => error);
    expect(fault).toMatchObject({ type: 'maximum-append-size-exceeded' });
  });
});

describe('a server that swallows its answers', () => {
  test('is not waited for; the event stands, and the repeat is answered with its first result', async () => {
    const stream = newStream();
    const events = [proposed()];
    await relayed.append(newStream(), [proposed()], 'no stream');
    relay.swallow();
    const started = performance.now();
    await expect(relayed.append(stream, events, 'no stream')).rejects.toThrow(JournalUnavailable);
    expect(performance.now() - started).toBeLessThan(PATIENCE_MS * 3);
    relay.pass();
    const [event] = await storedIn(stream);
    expect(event).toMatchObject({ id: events[0]?.id });
    expect(await relayed.append(stream, events, 'no stream')).toEqual({
      ok: true,
      revision: 0n,
      position: event?.position,
    });
    expect(await storedIn(stream)).toHaveLength(1);
  });

  test('is left by its subscribers too, who hear all that is said elsewhere', async () => {
    const stop = new AbortController();
    const heard: string[] = [];
    const subscriber = (async () => {
      for await (const { events } of relayed.subscribe(null, stop.signal))
        heard.push(...events.map(({ id }) => id));
    })();
    const [before, during, after] = [proposed(), proposed(), proposed()];
    await relayed.append(newStream(), [before], 'no stream');
    await expect.poll(() => heard).toContain(before.id);
    relay.swallow();
    await expect(relayed.append(newStream(), [during], 'no stream')).rejects.toThrow(JournalUnavailable);
    relay.pass();
    await relayed.append(newStream(), [after], 'no stream');
    await expect.poll(() => heard, { timeout: 10_000 }).toContain(after.id);
    expect(heard.slice(heard.indexOf(before.id))).toEqual([before.id, during.id, after.id]);
    stop.abort();
    await subscriber;
  });

  test('is not waited for by a reader either', async () => {
    const stream = newStream();
    await relayed.append(stream, [proposed()], 'no stream');
    relay.swallow();
    await expect(Array.fromAsync(relayed.readStream(stream, 0n))).rejects.toThrow(JournalUnavailable);
    relay.pass();
    expect((await Array.fromAsync(relayed.readStream(stream, 0n))).flat()).toHaveLength(1);
  });
});

describe('a broken connection', () => {
  test('is made again within the append, and no event is written twice', async () => {
    const streams = Array.from({ length: 60 }, newStream);
    const appends = streams.map((stream) => relayed.append(stream, [proposed()], 'no stream'));
    relay.cut();
    const results = await Promise.all(appends);
    expect(results.every(({ ok }) => ok)).toBe(true);
    for (const stream of streams) expect(await storedIn(stream)).toHaveLength(1);
  });

  test('ends an append that names no revision, since a repeat might write it twice', async () => {
    await relayed.append(newStream(), [proposed()], 'any');
    const append = relayed.append(newStream(), [proposed()], 'any');
    relay.cut();
    await expect(append).rejects.toThrow('The journal broke off an append.');
  });

  test('lets a server that is started again be found', async () => {
    const stream = newStream();
    const journal = openJournal({ store: relayed, keys: desk.vault.keys });
    const append = (expected: Expected, tag: string) =>
      journal.append({ stream, events: [tagged(tag)], meta: metadata(), expected });
    await append('no stream', 'a');
    await desk.embedded.restart();
    expect(await append(0n, 'b')).toMatchObject({ ok: true, revision: 1n });
    expect(await eventsOf(journal, stream)).toHaveLength(2);
  });
});

describe('the end of the journal', () => {
  test('is where the last event of a record stands, whatever keeps values unique after it', async () => {
    const fresh = await startTestDesk();
    expect(await fresh.journal.end()).toBeNull();
    const stream = newStream();
    const first = await fresh.journal.append({
      ...{ stream, events: ['a', 'b'].map(tagged), meta: metadata() },
      expected: 'no stream',
    });
    const by = randomUUID();
    await fresh.journal.append({
      ...{ stream: 'claim-email.abc', events: [{ type: 'ValueClaimed', data: { by } }], meta: metadata() },
      expected: 'no stream',
    });
    expect(first).toMatchObject({ ok: true, position: await fresh.journal.end() });
    await fresh.stop();
  });
});
