import { jsonEvent } from '@eventstore/db-client';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded } from '#eventstore/embedded/start.ts';
import { verifyJournal } from '#eventstore/embedded/verify.ts';
import { connectEventStore } from '#eventstore/eventstoredb.ts';
import { collect, connect, startTestJournal, temporaryDirectory } from '#tests/support/embedded.ts';

const COUNT = 3000;
const SUFFIXES = ['', '-wal', '.open'];
const master = temporaryDirectory();
const closedMaster = join(master, 'closed.db');
const crashedMaster = join(master, 'crashed.db');
let file: string;

const note = (n: number) => jsonEvent({ type: 'Noted', data: { text: `<note ${n}>`, pad: 'x'.repeat(900) } });

const copy = (from: string, to: string) => {
  for (const suffix of SUFFIXES) if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix);
};

/** One journal as a clean stop leaves it, and one as a crash does, with its last events in the log only. */
beforeAll(async () => {
  const journal = await startTestJournal();
  for (let n = 0; n < COUNT; n += 500)
    await journal.client.appendToStream(
      'notes-1',
      Array.from({ length: 500 }, (_, index) => note(n + index)),
    );
  await journal.restart();
  copy(journal.file, closedMaster);
  const { client } = journal;
  await client.appendToStream('notes-2', note(0)).catch(() => client.appendToStream('notes-2', note(0)));
  for (let n = 1; n < 5; n += 1) await client.appendToStream('notes-2', note(n));
  copy(journal.file, crashedMaster);
  await journal.stop();
});
afterAll(() => rmSync(master, { recursive: true }));
beforeEach(() => {
  file = join(temporaryDirectory(), 'journal.db');
});

const start = () => startEmbedded({ file, listen: { host: '127.0.0.1', port: 0 } });
const contents = () =>
  SUFFIXES.map((suffix) => existsSync(file + suffix) && readFileSync(file + suffix).toString('base64'));

/** Refused with this reason, and everything left as it was found. */
async function expectRefused(reason: RegExp): Promise<void> {
  const before = contents();
  await expect(start()).rejects.toThrow(reason);
  await expect(start()).rejects.toThrow(file);
  expect(contents()).toEqual(before);
}

function flip(path: string, offset: number): void {
  const bytes = readFileSync(path);
  const descriptor = openSync(path, 'r+');
  writeSync(descriptor, Uint8Array.of((bytes[offset] ?? 0) ^ 0x10), 0, 1, offset);
  closeSync(descriptor);
}

const offsetOf = (path: string, text: string): number => readFileSync(path).indexOf(text);

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

describe('a journal file', () => {
  beforeEach(() => copy(closedMaster, file));

  it('that is whole starts, and verifies', async () => {
    expect(await serving((client) => collect(client.readAll()))).toHaveLength(COUNT);
    expect(verifyJournal(file)).toEqual({ events: COUNT, streams: 1, faults: [] });
  });

  it('verifies while it is in use, too', async () => {
    await serving(async (client) => {
      await client.appendToStream('notes-2', note(0));
      expect(verifyJournal(file)).toEqual({ events: COUNT + 1, streams: 2, faults: [] });
    });
  });

  it.each([
    ['by half', () => statSync(file).size / 2, /cut off/],
    ['by one page', () => statSync(file).size - 4096, /cut off/],
    ['by one byte', () => statSync(file).size - 1, /cut off/],
    ['to its header', () => 100, /cut off/],
    ['to less than its header', () => 50, /50 bytes/],
    ['to nothing', () => 0, /0 bytes/],
  ])('that was cut %s is refused', async (_, size, reason) => {
    truncateSync(file, Math.floor(size()));
    await expectRefused(reason);
    expect(verifyJournal(file).faults).toHaveLength(1);
  });

  it.each([
    ['its first bytes', 3, /header/],
    ['its page count', 28, /cut off/],
    ['its mark', 69, /mark of a journal/],
    ['its format version', 63, /format 17.*Update/],
  ])('with a flipped bit in %s is refused', async (_, offset, reason) => {
    flip(file, offset);
    await expectRefused(reason);
  });

  it('that is something else is refused', async () => {
    writeFileSync(file, 'Dear diary, '.repeat(1000));
    await expectRefused(/not that of a journal/);
  });

  it.each([0, 999, COUNT - 10])('with a flipped bit in event %i is refused', async (n) => {
    flip(file, offsetOf(file, `<note ${n}>`));
    await expectRefused(new RegExp(`position ${n + 1} fails its checksum`));
    expect(verifyJournal(file).faults.join()).toContain(`position ${n + 1} `);
  });

  it('that loses an event is refused', async () => {
    const db = new DatabaseSync(file);
    db.exec('DELETE FROM events WHERE position = 1000');
    db.close();
    await expect(start()).rejects.toThrow(
      /corrupt: the event at position 1000 is missing. Nothing was changed/,
    );
  });

  it('that is damaged while it is served tells its reader instead of giving wrong data', async () => {
    await serving(async (client) => {
      flip(file, offsetOf(file, '<note 999>'));
      const read: unknown[] = [];
      const reading = (async () => {
        for await (const { event } of client.readStream('notes-1')) read.push(event?.revision);
      })();
      await expect(reading).rejects.toThrow(/DATA_LOSS.*position 1000 fails its checksum/);
      expect(read.length).toBeLessThan(1000);
      const rest = client.readStream('notes-1', { fromRevision: 1000n });
      expect(await collect(rest)).toHaveLength(COUNT - 1000);
      const subscription = client.subscribeToAll({ fromPosition: { commit: 990n, prepare: 990n } });
      await expect(collect(subscription)).rejects.toThrow(/DATA_LOSS/);
      expect((await client.appendToStream('notes-1', note(COUNT))).nextExpectedRevision).toBe(BigInt(COUNT));
    });
    expect(verifyJournal(file).faults.join()).toContain('position 1000');
  });

  it('that is damaged while it is served ends the desk’s subscription with the reason', async () => {
    const server = await start();
    flip(file, offsetOf(file, '<note 999>'));
    const store = connectEventStore({ address: server.address });
    const following = Array.fromAsync(store.subscribe(null, new AbortController().signal));
    await expect(following).rejects.toThrow(/position 1000 fails its checksum/);
    await store.close();
    await server.stop();
  });

  it('with a page of zeros starts or not, but never gives wrong data, and does not verify', async () => {
    const page = Math.floor(offsetOf(file, '<note 999>') / 4096);
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(4096), 0, 4096, page * 4096);
    closeSync(descriptor);
    const outcome = serving((client) => collect(client.readAll()));
    await expect(outcome).rejects.toThrow(/DATA_LOSS|torn or corrupt/);
    expect(verifyJournal(file).faults.length).toBeGreaterThan(0);
  });
});

describe('a journal file after a crash', () => {
  beforeEach(() => copy(crashedMaster, file));
  const log = () => `${file}-wal`;
  const lastNotes = () =>
    serving(async (client) =>
      (await collect(client.readStream('notes-2'))).map(({ event }) => Number(event?.revision)),
    );

  it('has everything that was acknowledged', async () => {
    expect(await lastNotes()).toEqual([0, 1, 2, 3, 4]);
    expect(existsSync(`${file}.open`)).toBe(false);
  });

  it('whose last transaction is torn starts without it', async () => {
    truncateSync(log(), offsetOf(log(), '<note 4>'));
    expect(await lastNotes()).toEqual([0, 1, 2, 3]);
  });

  it('with damage to an acknowledged transaction in the log is refused', async () => {
    flip(log(), offsetOf(log(), '<note 1>'));
    await expectRefused(/committed transaction in its write-ahead log/);
  });

  it.each([0, 9, 17, 25])(
    'with a flipped bit in the header of the log, at %i, is refused',
    async (offset) => {
      flip(log(), offset);
      await expectRefused(/header of its write-ahead log/);
    },
  );

  it.each([
    ['lost', () => rmSync(log())],
    ['emptied', () => truncateSync(log(), 0)],
  ])('whose log was %s is refused, until the operator gives those events up', async (_, lose) => {
    lose();
    await expectRefused(/write-ahead log .* is missing/);
    rmSync(`${file}.open`);
    expect(await serving((client) => collect(client.readAll()))).toHaveLength(COUNT);
  });

  it('whose log went into the file while its process was cut off has everything', async () => {
    const cutOff = new DatabaseSync(file);
    cutOff.exec('SELECT count(*) FROM events');
    cutOff.close();
    expect([existsSync(log()), existsSync(`${file}.open`)]).toEqual([false, true]);
    expect(await lastNotes()).toEqual([0, 1, 2, 3, 4]);
  });

  it('that itself was lost is refused', async () => {
    rmSync(file);
    await expectRefused(/the file is missing/);
    expect(existsSync(file)).toBe(false);
  });

  it('left behind while it was first made starts anew', async () => {
    renameSync(file, `${file}.new`);
    rmSync(log());
    rmSync(`${file}.open`);
    expect(await serving((client) => collect(client.readAll()))).toEqual([]);
  });
});
