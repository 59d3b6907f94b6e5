import { jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyJournal } from '#eventstore/embedded/verify.ts';
import { collect, connect, eventually, temporaryDirectory } from '#tests/support/embedded.ts';

const KILLS = 8;
const WRITERS = 20;
const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

async function serve(directory: string): Promise<{ child: ChildProcess; address: string }> {
  const script = new URL('./child.ts', import.meta.url).pathname;
  const files = [join(directory, 'journal.db'), join(directory, 's')];
  const child = spawn(process.execPath, [script, ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, address: line.toString().trim() };
}

type Batch = { stream: string; numbers: number[] };

/** Appends batches of one to five events until the server is gone; tells those that were acknowledged. */
async function write(
  client: EventStoreDBClient,
  stream: string,
  acknowledged: Batch[],
  running: () => boolean,
): Promise<void> {
  for (let n = 0; running(); n += 1) {
    const numbers = Array.from({ length: 1 + (n % 5) }, (_, index) => n * 10 + index);
    const batch = numbers.map((number) =>
      jsonEvent({ type: 'Numbered', data: { number, pad: 'x'.repeat(n % 700) } }),
    );
    const written = await client.appendToStream(stream, batch).then(
      () => true,
      () => false,
    );
    if (!written) return;
    acknowledged.push({ stream, numbers });
  }
}

async function loadUntilKilled(directory: string, round: number): Promise<Batch[]> {
  const { child, address } = await serve(directory);
  const client = connect(address);
  const acknowledged: Batch[] = [];
  let running = true;
  const writers = Array.from({ length: WRITERS }, (_, n) =>
    write(client, `load-${round}x${n}`, acknowledged, () => running),
  );
  await eventually(() => acknowledged.length).toBeGreaterThan(WRITERS);
  await setTimeout(randomInt(0, 400)); // the random moment, not a wait
  child.kill('SIGKILL');
  await once(child, 'exit');
  running = false;
  await Promise.race([Promise.all(writers), setTimeout(2000)]);
  client.dispose().catch(() => undefined);
  return acknowledged;
}

async function readStreams(client: EventStoreDBClient): Promise<Map<string, number[]>> {
  const streams = new Map<string, number[]>();
  for (const { event } of await collect(client.readAll())) {
    const data = event?.data as { number: number } | undefined;
    if (event && data) streams.set(event.streamId, [...(streams.get(event.streamId) ?? []), data.number]);
  }
  return streams;
}

/** Whole batches only: each begins at a multiple of ten and has the length that its number says. */
const isWhole = (numbers: number[]): boolean =>
  numbers.every((number, index) => {
    const next = numbers[index + 1];
    const endsBatch = next === undefined || next % 10 === 0;
    return endsBatch ? number % 10 === ((number - (number % 10)) / 10) % 5 : next === number + 1;
  });

describe('SIGKILL at any moment', () => {
  it('loses no acknowledged event, tears no append, and leaves no lock', { timeout: 60_000 }, async () => {
    const directory = temporaryDirectory();
    const acknowledged: Batch[] = [];
    for (let round = 0; round < KILLS; round += 1)
      acknowledged.push(...(await loadUntilKilled(directory, round)));
    const { child, address } = await serve(directory);
    const client = connect(address);
    const streams = await readStreams(client);
    const lost = acknowledged.filter(
      ({ stream, numbers }) => !numbers.every((n) => streams.get(stream)?.includes(n)),
    );
    expect(acknowledged.length).toBeGreaterThan(KILLS * WRITERS);
    expect(lost).toEqual([]);
    expect([...streams.values()].filter((numbers) => !isWhole(numbers))).toEqual([]);
    await client.dispose();
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(verifyJournal(join(directory, 'journal.db')).faults).toEqual([]);
    rmSync(directory, { recursive: true });
  });
});
