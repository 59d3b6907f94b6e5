import { z } from 'zod';
import { scanId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { takes } from '#domain/stocktake/rules.ts';
import { stocktakeCommand } from './stocktakeCommand.ts';

/** Takes back one scan; the thing can be scanned again. */
export const undoScan = stocktakeCommand({
  name: 'undoScan',
  input: z.strictObject({ scanId }),
  facets: [],
  decide(stocktake, data, { occurredAt }) {
    const { status, scans, undone } = stocktake;
    if (undone.has(data.scanId)) return [];
    if (!scans.has(data.scanId)) return refuse('NoSuchScan', data);
    return takes(stocktake, occurredAt)
      ? [{ type: 'ScanUndone', data }]
      : refuse('StocktakeOver', { status });
  },
});
