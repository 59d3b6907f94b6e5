import { uniqueForm } from '../equipment/rules.ts';
import type { StocktakeEvent } from './events.ts';
import type { StartedStocktake } from './stocktake.ts';

export type Result = Extract<StocktakeEvent, { type: 'StocktakeFinished' }>['data'];

/** What was expected and not found, found and not expected, and not known; the rest was found where it belongs. */
export function resultOf({ expected, scans }: StartedStocktake): Result {
  const all = [...scans.values()];
  const found = new Set(all.map(({ equipmentId }) => equipmentId));
  // Scanned once before it was registered, and once after that.
  const known = new Set(all.filter(({ equipmentId }) => equipmentId).map(({ text }) => uniqueForm(text)));
  return {
    missing: expected.filter(({ equipmentId }) => !found.has(equipmentId)),
    elsewhere: all.flatMap(({ verdict, equipmentId, text: tag, roomId }) =>
      verdict === 'elsewhere' && equipmentId ? [{ equipmentId, tag, roomId }] : [],
    ),
    unknown: all.flatMap(({ verdict, scanId, text }) =>
      verdict === 'unknown' && !known.has(uniqueForm(text)) ? [{ scanId, text }] : [],
    ),
  };
}
