import { describe, expect, test } from 'vitest';
import { takesDecision } from '#api/contract/decided.ts';
import type { StocktakePageRow } from '#api/contract/rows.ts';
import { en } from '../../../web/src/lib/messages/en.ts';
import { momentAt, stepsIn } from '../../../web/src/lib/stocktake/replay.ts';
import { lateScans, reportOf } from '../../../web/src/lib/stocktake/reportLines.ts';

type Scan = StocktakePageRow['scans'][number];

const item = (n: number, decision: string | null = null, found = false) => ({
  equipmentId: `id-${n}`,
  tag: `LAP-${n}`,
  name: `Laptop ${n}`,
  found,
  ...{ stage: 'InStock' as const, isPart: false },
  decision,
});
const at = (minute: number): string => `2026-11-02T08:0${minute}:00.000Z`;
const scan = (n: number, part: Partial<Scan> = {}): Scan => ({
  scanId: `scan-${n}`,
  text: `LAP-${n}`,
  verdict: 'expected',
  equipmentId: `id-${n}`,
  name: `Laptop ${n}`,
  ...{ roomId: null, roomName: null },
  ...{ byId: 'lee', byName: 'Lee' },
  ...{ at: at(n), recordedAt: at(n) },
  ...{ undone: false, undoneAt: null, undoneById: null, undoneByName: null },
  ...{ stage: 'InStock', isPart: false },
  decision: null,
  ...part,
});
const unknown = (n: number, part: Partial<Scan> = {}): Scan =>
  scan(n, { text: 'new-1', verdict: 'unknown', equipmentId: null, name: null, stage: null, ...part });
const undone = (by: string, when: string) => ({
  ...{ undone: true, undoneAt: when, undoneById: by, undoneByName: by },
});
const stocktake = (part: Partial<StocktakePageRow>): StocktakePageRow => ({
  stocktakeId: 'stocktake',
  ...{ roomId: 'lab', roomName: 'Lab', status: 'Finished' },
  ...{ startedById: 'kim', startedByName: 'Kim', startedAt: at(0) },
  ...{ finishedAt: at(9), endRecordedAt: at(9) },
  ...{ expected: 0, found: 0, elsewhere: 0, unknown: 0, revision: '0', position: '0' },
  items: [],
  scans: [],
  ...part,
});

describe('a stock-take step by step', () => {
  const items = [item(1), item(2)];
  const steps = stepsIn({ scans: [scan(1, undone('Kim', at(3))), scan(2)] });

  test('shows what was scanned and what was taken back, by whom and when', () =>
    expect(steps.map(({ scan: { text }, does, byName, at: when }) => [text, does, byName, when])).toEqual([
      ['LAP-1', 'scan', 'Lee', at(1)],
      ['LAP-2', 'scan', 'Lee', at(2)],
      ['LAP-1', 'undo', 'Kim', at(3)],
    ]));

  test('has what was taken back found for as long as it was', () => {
    const missing = [0, 1, 2, 3].map((n) => momentAt(items, steps, n).missing.map(({ tag }) => tag));
    expect(missing).toEqual([['LAP-1', 'LAP-2'], ['LAP-2'], [], ['LAP-1']]);
  });

  test('takes nothing back before it was made, whatever two clocks say', () => {
    const [first, second] = stepsIn({ scans: [scan(5, undone('Kim', at(4)))] });
    expect([first?.does, second?.does, second?.at]).toEqual(['scan', 'undo', at(5)]);
  });

  test('counts what nobody knew until it is scanned once more as what it is', () => {
    const scans = [unknown(1), scan(2, { text: 'NEW-1', verdict: 'elsewhere' })];
    const counts = [1, 2].map((n) => momentAt([], stepsIn({ scans }), n));
    expect(counts.map((moment) => [moment.unknown, moment.elsewhere])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});

describe('the report of a stock-take', () => {
  const tags = (lines: readonly { readonly tag: string }[]) => lines.map(({ tag }) => tag);

  test('lists nothing as unknown that was scanned once more when it was registered', () => {
    const scans = [
      unknown(1),
      scan(2, { text: 'NEW-1', verdict: 'elsewhere' }),
      unknown(3, { text: 'Exit' }),
    ];
    const report = reportOf(stocktake({ scans }), en);
    expect([tags(report.elsewhere), tags(report.unknown)]).toEqual([['NEW-1'], ['Exit']]);
  });

  test('lists it again when that scan was taken back', () => {
    const again = scan(2, { text: 'NEW-1', verdict: 'elsewhere', ...undone('Kim', at(3)) });
    const report = reportOf(stocktake({ scans: [unknown(1), again] }), en);
    expect([tags(report.elsewhere), tags(report.unknown)]).toEqual([[], ['new-1']]);
  });

  test('asks about what was reported missing before a late scan found it', () => {
    const items = [item(1, 'reportMissing', true), item(2, 'reportFound', true), item(3, 'reportMissing')];
    const { foundAfterAll, found, missing } = reportOf(stocktake({ items }), en);
    expect(foundAfterAll.map(({ tag, decision }) => [tag, decision])).toEqual([['LAP-1', null]]);
    expect([tags(found), tags(missing)]).toEqual([['LAP-2'], ['LAP-3']]);
  });

  test('tells how many scans were made before the end and sent after it', () => {
    const late = scan(1, { recordedAt: '2026-11-02T09:30:00.000Z' });
    const back = { ...late, scanId: 'back', ...undone('Lee', at(3)) };
    expect(lateScans(stocktake({ scans: [late, scan(2), back] }))).toBe(1);
  });

  test('takes no scan for late in a stock-take that is told afterwards as a whole', () => {
    const afterwards = { recordedAt: '2026-11-05T10:00:00.000Z' };
    const told = { scans: [scan(1, afterwards)], endRecordedAt: '2026-11-05T10:01:00.000Z' };
    expect(lateScans(stocktake(told))).toBe(0);
  });

  test('says why something may be missed, until that is decided', () => {
    const items = [
      { ...item(1), stage: 'InRepair' as const },
      { ...item(2, 'reportMissing'), stage: 'Missing' as const },
      item(3),
    ];
    const { missing } = reportOf(stocktake({ items }), en);
    expect(missing.map(({ hint }) => hint)).toEqual(['In repair', '', '']);
  });
});

describe('what can be decided about a line', () => {
  test.each([
    ['InStock', ['moveHere', 'reportMissing', 'leave']],
    ['CheckedOut', ['moveHere', 'reportMissing', 'leave']],
    ['InRepair', ['reportMissing', 'leave']],
    ['Missing', ['moveHere', 'leave']],
    ['Retired', ['moveHere', 'reportMissing', 'leave']],
    ['Disposed', ['leave']],
    [null, ['register', 'leave']],
  ] as const)('is what the thing takes at its stage: %s', (stage, decisions) => {
    const all = ['moveHere', 'reportMissing', 'register', 'leave'] as const;
    expect(all.filter((decision) => takesDecision({ stage, isPart: false }, decision))).toEqual(decisions);
  });

  test('is no move for what is part of another thing, unless it was missing', () => {
    expect(takesDecision({ stage: 'InStock', isPart: true }, 'moveHere')).toBe(false);
    expect(takesDecision({ stage: 'InStock', isPart: true }, 'leave')).toBe(true);
    expect(takesDecision({ stage: 'Missing', isPart: true }, 'moveHere')).toBe(true);
  });
});
