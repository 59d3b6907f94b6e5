import { uniqueForm } from '../equipment/rules.ts';
import type { StocktakeEvent, Verdict } from './events.ts';
import type { StartedStocktake } from './stocktake.ts';

export type Result = Extract<StocktakeEvent, { type: 'StocktakeFinished' }>['data'];

interface Judged {
  readonly verdict: Verdict;
  readonly equipmentId: string | null;
  readonly text: string;
}

/** Of the scans that count those of what nobody knows, but for what was scanned once more when it was registered. */
export function unknownIn<S extends Judged>(scans: readonly S[]): S[] {
  const known = new Set(scans.filter(({ equipmentId }) => equipmentId).map(({ text }) => uniqueForm(text)));
  return scans.filter(({ verdict, text }) => verdict === 'unknown' && !known.has(uniqueForm(text)));
}

/** What was expected and not found, found and not expected, and not known; the rest was found where it belongs. */
export function resultOf({ expected, scans }: StartedStocktake): Result {
  const all = [...scans.values()];
  const found = new Set(all.map(({ equipmentId }) => equipmentId));
  return {
    missing: expected.filter(({ equipmentId }) => !found.has(equipmentId)),
    elsewhere: all.flatMap(({ verdict, equipmentId, text: tag, roomId }) =>
      verdict === 'elsewhere' && equipmentId ? [{ equipmentId, tag, roomId }] : [],
    ),
    unknown: unknownIn(all).map(({ scanId, text }) => ({ scanId, text })),
  };
}
