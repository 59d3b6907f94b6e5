import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '#projections/rowFile.ts';
import { Rows } from '#projections/rows.ts';
import type { Value } from '#projections/write.ts';

const STILL = 9_007_199_254_740_991;
const special = fc.constantFrom('\x1d', '\x1e', '\x1f', '\x1dN', 'N', '\n', '中', '\u{1F4A5}', 'a');
const text = fc.array(special, { maxLength: 8 }).map((parts) => parts.join(''));
const row: fc.Arbitrary<Row> = fc.tuple<Value[]>(
  fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }),
  text,
  fc.option(text),
  fc.constant(STILL),
);
/** As they come back from a file. */
const digits = (one: Row) =>
  one.map((value) => (value === null || typeof value === 'string' ? value : String(value)));

describe('rows that are to be written', () => {
  it('are what was added, few or many, in their order, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 1_200, size: 'max' }), (given) => {
        const rows = new Rows(given);
        expect(rows.size).toBe(given.length);
        expect(Array.from(rows, digits)).toEqual(given.map(digits));
        expect(rows.file === undefined).toBe(given.length < 500);
      }),
      { numRuns: 30 },
    );
  });

  it.each([3, 800])('have their last number amended, of %i', (size) => {
    const rows = new Rows();
    for (let at = 0; at < size; at += 1) expect(rows.add([at, `row ${String(at)}\x1e`, STILL])).toBe(at);
    for (let at = 0; at < size; at += 2) rows.amend(at, 1_700_000_000_000 + at);
    const last = Array.from(rows, ([, , value]) => Number(value));
    expect(last).toEqual(Array.from({ length: size }, (_, at) => (at % 2 ? STILL : 1_700_000_000_000 + at)));
  });

  it('keep what stands there where the number would not find its place', () => {
    const rows = new Rows(Array.from({ length: 600 }, (_, at): Row => [at, 99]));
    expect(() => rows.amend(5, 100)).toThrow(RangeError);
    expect([...rows][5]).toEqual(['5', '99']);
  });

  it('amend the right one of several pieces', () => {
    const long = 'x'.repeat(150_000);
    const rows = new Rows(Array.from({ length: 510 }, (_, at): Row => [at, at % 50 ? 'y' : long, STILL]));
    const pieces = rows.file?.chunks().length ?? 0;
    expect(pieces).toBeGreaterThan(2);
    for (const at of [0, 250, 509]) rows.amend(at, 7);
    expect([...rows].flatMap(([id, , last]) => (Number(last) === 7 ? [Number(id)] : []))).toEqual([
      0, 250, 509,
    ]);
  });
});
