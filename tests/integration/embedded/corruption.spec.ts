import { closeSync, openSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#eventstore/embedded/verify.ts';
import { connectEventStore } from '#eventstore/eventstoredb.ts';
import { collect } from '#tests/support/embedded.ts';
import { COUNT, flip, note, noted, offsetOf } from './noted.ts';

describe('a journal file', () => {
  const { at, start, expectRefused, serving } = noted('stopped');

  it('that is whole starts, and verifies', async () => {
    expect(await serving((client) => collect(client.readAll()))).toHaveLength(COUNT);
    expect(verifyJournal(at.file)).toEqual({ events: COUNT, streams: 1, faults: [] });
  });

  it('verifies while it is in use, too', async () => {
    await serving(async (client) => {
      await client.appendToStream('notes-2', note(0));
      expect(verifyJournal(at.file)).toEqual({ events: COUNT + 1, streams: 2, faults: [] });
    });
  });

  it.each([
    ['by half', () => statSync(at.file).size / 2, /cut off/],
    ['by one page', () => statSync(at.file).size - 4096, /cut off/],
    ['by one byte', () => statSync(at.file).size - 1, /cut off/],
    ['to its header', () => 100, /cut off/],
    ['to less than its header', () => 50, /50 bytes/],
    ['to nothing', () => 0, /0 bytes/],
  ])('that was cut %s is refused', async (_, size, reason) => {
    truncateSync(at.file, Math.floor(size()));
    await expectRefused(reason);
    expect(verifyJournal(at.file).faults).toHaveLength(1);
  });

  it.each([
    ['its first bytes', 3, /header/],
    ['its page count', 28, /cut off/],
    ['its mark', 69, /mark of a journal/],
    ['its format version', 63, /format 17.*Update/],
  ])('with a flipped bit in %s is refused', async (_, offset, reason) => {
    flip(at.file, offset);
    await expectRefused(reason);
  });

  it('that is something else is refused', async () => {
    writeFileSync(at.file, 'Dear diary, '.repeat(1000));
    await expectRefused(/not that of a journal/);
  });

  it.each([0, 999, COUNT - 10])('with a flipped bit in event %i is refused', async (n) => {
    flip(at.file, offsetOf(at.file, `<note ${n}>`));
    await expectRefused(new RegExp(`position ${n + 1} fails its checksum`));
    expect(verifyJournal(at.file).faults.join()).toContain(`position ${n + 1} `);
  });

  it('that loses an event is refused', async () => {
    const db = new DatabaseSync(at.file);
    db.exec('DELETE FROM events WHERE position = 1000');
    db.close();
    await expect(start()).rejects.toThrow(
      /corrupt: the event at position 1000 is missing. Nothing was changed/,
    );
  });

  it('that is damaged while it is served tells its reader instead of giving wrong data', async () => {
    await serving(async (client) => {
      flip(at.file, offsetOf(at.file, '<note 999>'));
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
    expect(verifyJournal(at.file).faults.join()).toContain('position 1000');
  });

  it('that is damaged while it is served ends the desk’s subscription with the reason', async () => {
    const server = await start();
    flip(at.file, offsetOf(at.file, '<note 999>'));
    const store = connectEventStore({ address: server.address });
    const following = Array.fromAsync(store.subscribe(null, new AbortController().signal));
    await expect(following).rejects.toThrow(/position 1000 fails its checksum/);
    await store.close();
    await server.stop();
  });

  it('with a page of zeros starts or not, but never gives wrong data, and does not verify', async () => {
    const page = Math.floor(offsetOf(at.file, '<note 999>') / 4096);
    const descriptor = openSync(at.file, 'r+');
    writeSync(descriptor, Buffer.alloc(4096), 0, 4096, page * 4096);
    closeSync(descriptor);
    const outcome = serving((client) => collect(client.readAll()));
    await expect(outcome).rejects.toThrow(/DATA_LOSS|torn or corrupt/);
    expect(verifyJournal(at.file).faults.length).toBeGreaterThan(0);
  });
});
