import type { StocktakePageRow } from '#lib/contract.ts';
import type { Expected } from './judge.ts';

type PageScan = StocktakePageRow['scans'][number];

export interface Moment {
  readonly scan: PageScan | undefined;
  readonly found: number;
  readonly elsewhere: number;
  readonly unknown: number;
  readonly missing: readonly Expected[];
}

const byTime = (a: PageScan, b: PageScan): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** The scans in the order in which they were made; those that were taken back are left out. */
export const scansInOrder = ({ scans }: Pick<StocktakePageRow, 'scans'>): readonly PageScan[] =>
  scans.filter(({ undone }) => !undone).sort(byTime);

/** How a stock-take stood after so many scans; 0: before the first. */
export function momentAt(items: readonly Expected[], scans: readonly PageScan[], count: number): Moment {
  const made = scans.slice(0, count);
  const seen = new Set(made.map(({ equipmentId }) => equipmentId));
  const missing = items.filter(({ equipmentId }) => !seen.has(equipmentId));
  const of = (verdict: string) => made.filter((scan) => scan.verdict === verdict).length;
  return {
    scan: made.at(-1),
    found: items.length - missing.length,
    elsewhere: of('elsewhere'),
    unknown: of('unknown'),
    missing,
  };
}
