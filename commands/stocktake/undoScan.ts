import { z } from 'zod';
import { scanId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { stocktakeCommand } from './stocktakeCommand.ts';

/** Takes back one scan; the thing can be scanned again. */
export const undoScan = stocktakeCommand({
  name: 'undoScan',
  input: z.strictObject({ scanId }),
  facets: [],
  decide({ status, scans, undone }, data) {
    if (undone.has(data.scanId)) return [];
    if (!scans.has(data.scanId)) return refuse('NoSuchScan', data);
    return status === 'Running' ? [{ type: 'ScanUndone', data }] : refuse('StocktakeOver', { status });
  },
});
