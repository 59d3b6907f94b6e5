import { jsonEvent } from '@eventstore/db-client';
import { closeSync, copyFileSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { startEmbedded } from '#eventstore/embedded/start.ts';
import { connect, startTestJournal, temporaryDirectory } from '#tests/support/embedded.ts';

/** How many events a journal has after a clean stop, all in the stream `notes-1`. */
export const COUNT = 3000;
const SUFFIXES = ['', '-wal', '.open'];

export const note = (n: number) =>
  jsonEvent({ type: 'Noted', data: { text: `<note ${n}>`, pad: 'x'.repeat(900) } });

export function flip(path: string, offset: number): void {
  const bytes = readFileSync(path);
  const descriptor = openSync(path, 'r+');
  writeSync(descriptor, Uint8Array.of((bytes[offset] ?? 0) ^ 0x10), 0, 1, offset);
  closeSync(descriptor);
}

export const offsetOf = (path: string, text: string): number => readFileSync(path).indexOf(text);

const copy = (from: string, to: string) => {
  for (const suffix of SUFFIXES) if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix);
};

/** A journal as a clean stop leaves it or, with five more events in the log only, as a crash does. */
async function make(end: 'stopped' | 'crashed', to: string): Promise<void> {
  const journal = await startTestJournal();
  for (let n = 0; n < COUNT; n += 500)
    await journal.client.appendToStream(
      'notes-1',
      Array.from({ length: 500 }, (_, index) => note(n + index)),
    );
  await journal.restart();
  const { client } = journal;
  if (end === 'crashed') {
    await client.appendToStream('notes-2', note(0)).catch(() => client.appendToStream('notes-2', note(0)));
    for (let n = 1; n < 5; n += 1) await client.appendToStream('notes-2', note(n));
  }
  copy(journal.file, to);
  await journal.stop();
}

/** Gives each test a copy of such a journal that nobody serves yet. */
export function noted(end: 'stopped' | 'crashed') {
  const directory = temporaryDirectory();
  const master = join(directory, 'journal.db');
  const at = { file: '' };
  beforeAll(() => make(end, master));
  beforeEach(() => {
    at.file = join(temporaryDirectory(), 'journal.db');
    copy(master, at.file);
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const start = () => startEmbedded({ file: at.file, listen: { host: '127.0.0.1', port: 0 } });
  const contents = () =>
    SUFFIXES.map((suffix) => existsSync(at.file + suffix) && readFileSync(at.file + suffix, 'base64'));

  /** Refused with this reason, and everything left as it was found. */
  async function expectRefused(reason: RegExp): Promise<void> {
    const before = contents();
    await expect(start()).rejects.toThrow(reason);
    await expect(start()).rejects.toThrow(at.file);
    expect(contents()).toEqual(before);
  }

  async function serving<Result>(
    use: (client: ReturnType<typeof connect>) => Promise<Result>,
  ): Promise<Result> {
    const server = await start();
    const client = connect(server.address);
    return use(client).finally(async () => {
      await client.dispose();
      await server.stop();
    });
  }

  return { at, start, expectRefused, serving };
}
