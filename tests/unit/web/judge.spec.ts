import { describe, expect, test } from 'vitest';
import type { StocktakeScan } from '#api/contract/rows.ts';
import { counted, judge, missingOf, standing } from '../../../web/src/lib/stocktake/judge.ts';
import type { Entry } from '../../../web/src/lib/stocktake/shelf.ts';

const item = (n: number) => ({
  equipmentId: `id-${n}`,
  tag: `LAP-${n}`,
  name: `Laptop ${n}`,
  found: false,
  stage: 'InStock' as const,
  ...{ isPart: false, decision: null },
});
const items = [item(1), item(2), item(3)];

const told = (scanId: string, part: Partial<StocktakeScan> = {}): StocktakeScan => ({
  scanId,
  text: 'LAP-1',
  verdict: 'expected',
  equipmentId: 'id-1',
  name: 'Laptop 1',
  roomId: null,
  roomName: null,
  byId: 'lee',
  byName: 'Lee',
  at: '2026-11-02T08:00:00.000Z',
  recordedAt: '2026-11-02T08:00:00.000Z',
  undone: false,
  ...{ undoneAt: null, undoneById: null, undoneByName: null },
  ...part,
});
const entry = (text: string, part: Partial<Entry> = {}): Entry => ({
  key: text,
  command: 'scan',
  scanId: text,
  text,
  at: '2026-11-02T08:00:00.000Z',
  order: 1,
  ...part,
});
const nothing = { items, scans: [], waiting: [] };

describe('a scan that is judged without the desk', () => {
  test('of what was expected when it began belongs here, whatever the case and width of its letters', () => {
    expect(judge('lap-2', nothing)).toEqual({ verdict: 'expected', item: items[1] });
    expect(judge(' ＬＡＰ-2 ', nothing)).toEqual({ verdict: 'expected', item: items[1] });
  });

  test('of anything else is not on the list, and no more is said of it', () => {
    expect(judge('LAP-22', nothing)).toEqual({ verdict: 'unlisted', item: undefined });
  });

  test('of what a colleague has scanned is there already', () => {
    expect(judge('LAP-1', { ...nothing, scans: [told('s')] }).verdict).toBe('again');
  });

  test('of what was scanned under another tag of the same thing is there already', () => {
    expect(judge('LAP-1', { ...nothing, scans: [told('s', { text: 'OLD-1' })] }).verdict).toBe('again');
  });

  test('of what waits on this device is there already, listed or not', () => {
    const waiting = [entry('LAP-3'), entry('XX')];
    expect(judge('LAP-3', { ...nothing, waiting }).verdict).toBe('again');
    expect(judge('xx', { ...nothing, waiting }).verdict).toBe('again');
  });

  test('counts again after it was undone here, there, or on the way', () => {
    expect(judge('LAP-1', { ...nothing, scans: [told('s', { undone: true })] }).verdict).toBe('expected');
    const undoing = entry('LAP-1', { key: 'u', command: 'undoScan', scanId: 's', order: 2 });
    expect(judge('LAP-1', { ...nothing, scans: [told('s')], waiting: [undoing] }).verdict).toBe('expected');
    const waiting = [entry('LAP-1', { scanId: 's' }), undoing];
    expect(judge('LAP-1', { ...nothing, waiting }).verdict).toBe('expected');
    expect(standing(waiting)).toEqual([]);
    expect(counted([told('s')], waiting)).toEqual([]);
  });
});

describe('what is still missing', () => {
  test('is what neither the desk nor this device has', () => {
    const missing = missingOf({ items, scans: [told('s')], waiting: [entry('lap-3')] });
    expect(missing.map(({ tag }) => tag)).toEqual(['LAP-2']);
  });

  test('is told in the order of the tags', () => {
    const missing = missingOf({ items: items.toReversed(), scans: [], waiting: [] });
    expect(missing.map(({ tag }) => tag)).toEqual(items.map(({ tag }) => tag));
  });

  test('is missing again when its scan is taken back', () => {
    const scans = [told('s', { undone: true })];
    expect(missingOf({ items, scans, waiting: [] })).toEqual(items);
  });
});
