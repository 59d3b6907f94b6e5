import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookValue } from '#domain/equipment/bookValue.ts';
import { nextMaintenance } from '#domain/equipment/maintenance.ts';
import type { Depreciation, Repetition } from '#domain/equipment/words.ts';

const money = fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100);
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const after = (from: string, days: number): string => Temporal.PlainDate.from(from).add({ days }).toString();

const depreciation: fc.Arbitrary<Depreciation> = fc.oneof(
  fc.record({
    method: fc.constant('straightLine' as const),
    months: fc.integer({ min: 1, max: 600 }),
    residual: money,
  }),
  fc.record({
    method: fc.constant('decliningBalance' as const),
    percent: fc.integer({ min: 1, max: 99 }),
    residual: money,
  }),
);
const bought = fc.record({ cost: money, purchasedOn: day, depreciation });
const days = fc.nat(20_000);

describe('the book value', () => {
  it('is the cost on the day of the purchase, and before', () =>
    fc.assert(
      fc.property(bought, days, (thing, ago) => {
        expect(bookValue(thing, thing.purchasedOn)).toBe(thing.cost);
        expect(bookValue(thing, after(thing.purchasedOn, -ago))).toBe(thing.cost);
      }),
    ));

  it('never rises, is never more than the cost and never less than what remains', () =>
    fc.assert(
      fc.property(bought, days, days, (thing, sooner, later) => {
        const first = bookValue(thing, after(thing.purchasedOn, sooner)) ?? NaN;
        const second = bookValue(thing, after(thing.purchasedOn, sooner + later)) ?? NaN;
        expect(second).toBeLessThanOrEqual(first);
        expect(first).toBeLessThanOrEqual(thing.cost);
        expect(second).toBeGreaterThanOrEqual(Math.min(thing.cost, thing.depreciation.residual));
      }),
      { numRuns: 500 },
    ));

  it('has two decimals', () =>
    fc.assert(
      fc.property(bought, days, (thing, later) => {
        const value = bookValue(thing, after(thing.purchasedOn, later)) ?? NaN;
        expect(value).toBe(Number(value.toFixed(2)));
      }),
    ));

  it('is not known where cost, day or method is not', () =>
    fc.assert(
      fc.property(bought, day, (thing, on) => {
        for (const unknown of [{ cost: null }, { purchasedOn: null }, { depreciation: null }])
          expect(bookValue({ ...thing, ...unknown }, on)).toBeNull();
      }),
    ));

  const thing = { cost: 1_200, purchasedOn: '2025-01-31' };
  const straightLine = { method: 'straightLine', months: 12, residual: 0 } as const;
  const declining = { method: 'decliningBalance', percent: 25, residual: 500 } as const;
  it.each([
    ['stays for what is not a full month', straightLine, '2025-02-27', 1_200],
    ['falls by the month', straightLine, '2025-03-31', 1_000],
    ['is what remains at the end', { ...straightLine, residual: 240 }, '2026-01-31', 240],
    ['is what remains afterwards', { ...straightLine, residual: 240 }, '2036-01-31', 240],
    ['falls by a part of what is left in each year', declining, '2027-01-31', 675],
    ['falls within the year too', declining, '2025-07-31', 1_039.23],
    ['does not fall under what remains', declining, '2030-01-31', 500],
    ['does not rise to what remains', { ...straightLine, residual: 2_000 }, '2025-06-30', 1_200],
  ])('%s', (_, method, on, value) => expect(bookValue({ ...thing, depreciation: method }, on)).toBe(value));
});

describe('the day of the next maintenance', () => {
  const repetition: fc.Arbitrary<Repetition> = fc.record({
    every: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('day', 'week', 'month', 'year'),
  });
  const plan = fc.record({
    repetition,
    startsOn: day,
    lastDoneOn: fc.option(day, { nil: null }),
    checklist: fc.constant([]),
  });

  /** Every repetition from the first on, one by one. */
  function counted(startsOn: string, { every, unit }: Repetition, done: string | null): string {
    const start = Temporal.PlainDate.from(startsOn);
    for (let n = 0; ; n += 1) {
      const due = start.add({ [`${unit}s`]: n * every });
      if (done === null || Temporal.PlainDate.compare(due, done) > 0) return due.toString();
    }
  }

  it('is the first repetition after the last', () =>
    fc.assert(
      fc.property(plan, (maintenance) => {
        const { startsOn, lastDoneOn } = maintenance;
        const due = nextMaintenance(maintenance);
        expect(due).toBe(counted(startsOn, maintenance.repetition, lastDoneOn));
        if (lastDoneOn !== null) expect((due ?? '') > lastDoneOn).toBe(true);
      }),
      { numRuns: 300 },
    ));

  it.each([
    [{ every: 1, unit: 'month' }, '2025-01-31', '2025-02-27', '2025-02-28'],
    [{ every: 1, unit: 'month' }, '2025-01-31', '2025-02-28', '2025-03-31'],
    [{ every: 1, unit: 'year' }, '2024-02-29', '2025-02-28', '2026-02-28'],
    [{ every: 2, unit: 'week' }, '2025-01-01', '2025-01-15', '2025-01-29'],
    [{ every: 999, unit: 'year' }, '2025-01-01', '9990-12-31', null],
  ] as const)('every %j from %s, last done on %s, is %s', (every, startsOn, lastDoneOn, due) =>
    expect(nextMaintenance({ repetition: every, startsOn, lastDoneOn, checklist: [] })).toBe(due),
  );
  it('is the first day as long as nothing was done', () =>
    expect(
      nextMaintenance({
        repetition: { every: 1, unit: 'day' },
        startsOn: '2026-01-01',
        lastDoneOn: null,
        checklist: [],
      }),
    ).toBe('2026-01-01'));
  it('is none where nothing is planned', () => expect(nextMaintenance(null)).toBeNull());
});
