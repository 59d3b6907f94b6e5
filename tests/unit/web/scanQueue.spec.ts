import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../web/src/lib/api/request.ts';
import { UNREACHABLE } from '../../../web/src/lib/api/request.ts';
import { ScanQueue } from '../../../web/src/lib/stocktake/ScanQueue.ts';
import { Shelf, unsent, type Entry } from '../../../web/src/lib/stocktake/shelf.ts';
import { MemoryStorage } from './memoryStorage.ts';

const owner = { userId: 'kim', stocktakeId: 'room-a' };
const AT = '2026-11-02T08:00:00.000Z';
const scan = (key: string): Omit<Entry, 'order'> => ({
  key,
  command: 'scan',
  scanId: key,
  text: `TAG-${key}`,
  at: AT,
});
const undo = (scanId: string): Omit<Entry, 'order'> => ({
  ...scan(scanId),
  key: `undo ${scanId}`,
  command: 'undoScan',
});
const no = (status: number, rejection?: 'StocktakeOver' | 'NoSuchScan'): Answer<unknown> => ({
  ok: false,
  problem: { ...UNREACHABLE, status, ...(rejection ? { rejection } : {}) },
});
const yes: Answer<unknown> = { ok: true, value: {} };

/** A desk that does what it is told under a key once, as the real one does, behind a line that may be cut. */
class Desk {
  line: 'up' | 'down' | 'answersLost' = 'up';
  readonly done: string[] = [];
  readonly sent: string[] = [];
  refuses: (entry: Entry) => Answer<unknown> | undefined = () => undefined;

  readonly take = (entry: Entry): Promise<Answer<unknown>> => {
    this.sent.push(entry.key);
    if (this.line === 'down') return Promise.resolve(no(0));
    const refusal = this.refuses(entry);
    if (refusal) return Promise.resolve(refusal);
    if (!this.done.includes(entry.key)) this.done.push(entry.key);
    return Promise.resolve(this.line === 'answersLost' ? no(0) : yes);
  };
}

function opened(desk: Desk, storage: Storage = new MemoryStorage()) {
  return new ScanQueue({ shelf: new Shelf(storage, owner), send: desk.take });
}
const keys = (entries: readonly Entry[]) => entries.map(({ key }) => key);

describe('scans on their way to the desk', () => {
  test('arrive in the order in which they were made, each once', async () => {
    const desk = new Desk();
    const queue = opened(desk);
    for (const key of ['c', 'a', 'b']) queue.add(scan(key));
    await queue.drain();
    expect(desk.done).toEqual(['c', 'a', 'b']);
    expect(queue.waiting).toEqual([]);
    await queue.drain();
    expect(desk.sent).toEqual(['c', 'a', 'b']);
  });

  test('wait while the desk cannot be reached, and none overtakes another', async () => {
    const desk = new Desk();
    const queue = opened(desk);
    desk.line = 'down';
    for (const key of ['a', 'b']) queue.add(scan(key));
    await queue.drain();
    expect(desk.sent).toEqual(['a']);
    queue.add(scan('c'));
    desk.line = 'up';
    await queue.drain();
    expect(desk.done).toEqual(['a', 'b', 'c']);
  });

  test.each([500, 503, 429, 401, 408])('wait as well after an answer of %i', async (status) => {
    const desk = new Desk();
    const queue = opened(desk);
    queue.add(scan('a'));
    desk.refuses = () => no(status);
    await queue.drain();
    expect(keys(queue.waiting)).toEqual(['a']);
    expect(queue.refused).toEqual([]);
  });

  test('survive a reload with their times', async () => {
    const storage = new MemoryStorage();
    const desk = new Desk();
    desk.line = 'down';
    const before = opened(desk, storage);
    for (const key of ['b', 'a']) expect(before.add(scan(key))).toBe(true);
    await before.drain();
    expect(unsent(storage, 'kim')).toEqual(['room-a']);
    expect(unsent(storage, 'lee')).toEqual([]);

    const after = opened(desk, storage);
    after.add(scan('c'));
    expect(after.waiting.map(({ key, at }) => [key, at])).toEqual([
      ['b', AT],
      ['a', AT],
      ['c', AT],
    ]);
    desk.line = 'up';
    await after.drain();
    expect(desk.done).toEqual(['b', 'a', 'c']);
    expect(unsent(storage, 'kim')).toEqual([]);
    expect(storage.length).toBe(0);
  });

  test('whose answers were lost are asked for again under the same key, and are not doubled', async () => {
    const desk = new Desk();
    const queue = opened(desk);
    queue.add(scan('a'));
    queue.add(scan('b'));
    desk.line = 'answersLost';
    await queue.drain();
    desk.line = 'up';
    await queue.drain();
    expect(desk.sent).toEqual(['a', 'a', 'b']);
    expect(desk.done).toEqual(['a', 'b']);
  });

  test('of two open pages do not overwrite each other', async () => {
    const storage = new MemoryStorage();
    const desk = new Desk();
    const [one, two] = [opened(desk, storage), opened(desk, storage)];
    one.add(scan('a'));
    two.add(scan('b'));
    one.add(scan('c'));
    expect(keys(two.waiting)).toEqual(['a', 'b', 'c']);
    await two.drain();
    expect(one.waiting).toEqual([]);
    expect(desk.done).toEqual(['a', 'b', 'c']);
  });

  test('that are added when the last answer has come, but the line is not given back yet, are sent too', async () => {
    const desk = new Desk();
    const queue = new ScanQueue({
      shelf: new Shelf(new MemoryStorage(), owner),
      send: desk.take,
      alone: async (act) => {
        await act();
        if (desk.done.length > 1) return;
        queue.add(scan('late'));
        void queue.drain();
      },
    });
    queue.add(scan('a'));
    await queue.drain();
    expect(desk.done).toEqual(['a', 'late']);
    expect(queue.waiting).toEqual([]);
  });

  test('that the desk refuses stay to be seen and hold up nobody', async () => {
    const storage = new MemoryStorage();
    const desk = new Desk();
    desk.refuses = ({ key }) => (key === 'a' ? no(409, 'StocktakeOver') : undefined);
    const queue = opened(desk, storage);
    for (const key of ['a', 'b']) queue.add(scan(key));
    await queue.drain();
    expect(desk.done).toEqual(['b']);
    expect(queue.waiting).toEqual([]);
    expect(opened(desk, storage).refused.map(({ text, problem }) => [text, problem?.rejection])).toEqual([
      ['TAG-a', 'StocktakeOver'],
    ]);
    expect(unsent(storage, 'kim')).toEqual([]);
    queue.forget('a');
    expect(queue.refused).toEqual([]);
  });

  test('are undone after they were sent, also when both waited', async () => {
    const desk = new Desk();
    const queue = opened(desk);
    desk.line = 'down';
    queue.add(scan('a'));
    queue.add(undo('a'));
    await queue.drain();
    desk.line = 'up';
    await queue.drain();
    expect(desk.done).toEqual(['a', 'undo a']);
  });

  test('an undoing that the desk refuses is over', async () => {
    const desk = new Desk();
    desk.refuses = () => no(409, 'NoSuchScan');
    const queue = opened(desk);
    queue.add(undo('a'));
    await queue.drain();
    expect([queue.waiting, queue.refused]).toEqual([[], []]);
  });

  test('that the browser cannot keep live as long as the page, and are said not to be kept', async () => {
    const desk = new Desk();
    desk.line = 'down';
    const queue = opened(desk, new MemoryStorage(1));
    expect(queue.add(scan('a'))).toBe(true);
    expect(queue.add(scan('b'))).toBe(false);
    expect(keys(queue.waiting)).toEqual(['a', 'b']);
    desk.line = 'up';
    await queue.drain();
    expect(desk.done).toEqual(['a', 'b']);
    expect(queue.waiting).toEqual([]);
  });
});
