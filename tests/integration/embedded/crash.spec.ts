import { existsSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { collect } from '#tests/support/embedded.ts';
import { COUNT, flip, noted, offsetOf } from './noted.ts';

describe('a journal file after a crash', () => {
  const { at, expectRefused, serving } = noted('crashed');
  const log = () => `${at.file}-wal`;
  const lastNotes = () =>
    serving(async (client) =>
      (await collect(client.readStream('notes-2'))).map(({ event }) => Number(event?.revision)),
    );

  it('has everything that was acknowledged', async () => {
    expect(await lastNotes()).toEqual([0, 1, 2, 3, 4]);
    expect(existsSync(`${at.file}.open`)).toBe(false);
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
    rmSync(`${at.file}.open`);
    expect(await serving((client) => collect(client.readAll()))).toHaveLength(COUNT);
  });

  it('whose log went into the file while its process was cut off has everything', async () => {
    const cutOff = new DatabaseSync(at.file);
    cutOff.exec('SELECT count(*) FROM events');
    cutOff.close();
    expect([existsSync(log()), existsSync(`${at.file}.open`)]).toEqual([false, true]);
    expect(await lastNotes()).toEqual([0, 1, 2, 3, 4]);
  });

  it('that itself was lost is refused', async () => {
    rmSync(at.file);
    await expectRefused(/the file is missing/);
    expect(existsSync(at.file)).toBe(false);
  });

  it('left behind while it was first made starts anew', async () => {
    renameSync(at.file, `${at.file}.new`);
    rmSync(log());
    rmSync(`${at.file}.open`);
    expect(await serving((client) => collect(client.readAll()))).toEqual([]);
  });
});
