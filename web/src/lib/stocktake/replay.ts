import { unknownIn, type StocktakePageRow } from '#lib/contract.ts';
import type { Expected } from './judge.ts';

type PageScan = StocktakePageRow['scans'][number];

/** What happened in a stock-take: a scan was made, or taken back. */
export interface Step {
  readonly scan: PageScan;
  readonly does: 'scan' | 'undo';
  readonly at: string;
  readonly byName: string;
}

export interface Moment {
  /** What has happened last; undefined: nothing yet. */
  readonly step: Step | undefined;
  readonly found: number;
  readonly elsewhere: number;
  readonly unknown: number;
  readonly missing: readonly Expected[];
}

export const byTime = (a: { readonly at: string }, b: { readonly at: string }): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : 0;

function stepsOf(scan: PageScan): readonly Step[] {
  const { at, byName, undoneAt } = scan;
  const made: Step = { scan, does: 'scan', at, byName };
  if (undoneAt === null) return [made];
  // The clocks of two devices may say that it was taken back before it was made.
  const later = undoneAt < at ? at : undoneAt;
  return [made, { scan, does: 'undo', at: later, byName: scan.undoneByName ?? byName }];
}

/** The scans and what was taken back of them, in the order in which that was done. */
export const stepsIn = ({ scans }: Pick<StocktakePageRow, 'scans'>): readonly Step[] =>
  scans.flatMap(stepsOf).sort(byTime);

function standingAfter(steps: readonly Step[]): readonly PageScan[] {
  const standing = new Map<string, PageScan>();
  for (const { scan, does } of steps)
    if (does === 'scan') standing.set(scan.scanId, scan);
    else standing.delete(scan.scanId);
  return [...standing.values()];
}

/** How a stock-take stood after so many steps; 0: before the first. */
export function momentAt(items: readonly Expected[], steps: readonly Step[], count: number): Moment {
  const made = steps.slice(0, count);
  const scans = standingAfter(made);
  const seen = new Set(scans.map(({ equipmentId }) => equipmentId));
  const missing = items.filter(({ equipmentId }) => !seen.has(equipmentId));
  return {
    step: made.at(-1),
    found: items.length - missing.length,
    elsewhere: scans.filter(({ verdict }) => verdict === 'elsewhere').length,
    unknown: unknownIn(scans).length,
    missing,
  };
}
