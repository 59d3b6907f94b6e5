import type { Details } from './events.ts';
import type { Depreciation } from './words.ts';

/** Full months from one day to another; 0 where it is earlier. */
function monthsBetween(from: string, until: string): number {
  const { months } = Temporal.PlainDate.from(from).until(until, { largestUnit: 'months' });
  return Math.max(0, months);
}

function valueAfter(months: number, cost: number, depreciation: Depreciation): number {
  const residual = Math.min(cost, depreciation.residual);
  switch (depreciation.method) {
    case 'straightLine':
      return cost - (cost - residual) * Math.min(1, months / depreciation.months);
    case 'decliningBalance':
      return Math.max(residual, cost * (1 - depreciation.percent / 100) ** (months / 12));
    default:
      return depreciation satisfies never;
  }
}

/**
 * The book value on a day (RFC 3339 full-date), in units of the currency with two decimals: by the straight-line or
 * the declining-balance method, month by full month since the purchase. Null where cost, day of purchase or method is
 * not known.
 */
export function bookValue(
  { cost, purchasedOn, depreciation }: Pick<Details, 'cost' | 'purchasedOn' | 'depreciation'>,
  onDay: string,
): number | null {
  if (cost === null || purchasedOn === null || depreciation === null) return null;
  const value = valueAfter(monthsBetween(purchasedOn, onDay), cost, depreciation);
  return Math.round(value * 100) / 100;
}
