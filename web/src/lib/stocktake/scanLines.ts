import type { StocktakeScan } from '#lib/contract.ts';
import { judge, standing, type Expected, type ShownVerdict } from './judge.ts';
import type { Entry } from './shelf.ts';

export interface ScanLine {
  readonly scanId: string;
  readonly text: string;
  readonly name: string | null;
  readonly verdict: ShownVerdict;
  readonly roomName: string | null;
  readonly byId: string | null;
  readonly byName: string;
  readonly at: string;
  readonly undone: boolean;
  /** Told to the desk at once, told later, or still to be told. */
  readonly state: 'told' | 'sentLater' | 'notSent';
}

/** Said later than that, it was not said at once. */
const LATE_MS = 60_000;

const isLate = ({ at, recordedAt }: StocktakeScan): boolean =>
  new Date(recordedAt).getTime() - new Date(at).getTime() > LATE_MS;

export const lineOf = (scan: StocktakeScan): ScanLine => ({
  ...scan,
  state: isLate(scan) ? 'sentLater' : 'told',
});

interface Told {
  readonly items: readonly Expected[];
  readonly scans: readonly StocktakeScan[];
  readonly waiting: readonly Entry[];
}

/** What this device still has to tell, and what the desk knows, the newest first. */
export function scanLines({ items, scans, waiting }: Told, byId: string): readonly ScanLine[] {
  const undone = new Set(waiting.flatMap(({ command, scanId }) => (command === 'undoScan' ? [scanId] : [])));
  const known = new Set(scans.map(({ scanId }) => scanId));
  const here = standing(waiting)
    .filter(({ scanId }) => !known.has(scanId))
    .map(({ scanId, text, at }): ScanLine => {
      const { verdict, item } = judge(text, { items, scans: [], waiting: [] });
      const about = { verdict, name: item?.name ?? null, roomName: null };
      return { scanId, text, at, byId, byName: '', undone: false, state: 'notSent', ...about };
    });
  const told = scans.map((scan) => lineOf(undone.has(scan.scanId) ? { ...scan, undone: true } : scan));
  return [...told, ...here].sort((a, b) => (a.at < b.at ? 1 : -1));
}
