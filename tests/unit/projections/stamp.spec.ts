import fc from 'fast-check';
import { expect, it } from 'vitest';
import { later } from '#projections/stamp.ts';

const instant = fc
  .tuple(
    fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }),
    fc.nat(3),
  )
  .map(([date, digits]) => {
    const text = date.toISOString();
    return digits === 0 ? `${text.slice(0, 19)}Z` : `${text.slice(0, 20 + digits)}Z`;
  });

it('tells the later of two instants, however precise each is', () => {
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      expect(Date.parse(later(a, b))).toBe(Math.max(Date.parse(a), Date.parse(b)));
    }),
  );
});
