import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import { cancelReason } from '#domain/stocktake/events.ts';
import { stocktakeCommand } from './stocktakeCommand.ts';

/** Gives a stock-take up; what was scanned stays in its history, and nothing follows from it. */
export const cancelStocktake = stocktakeCommand({
  name: 'cancelStocktake',
  input: z.strictObject({ reason: cancelReason.default('') }),
  facets: ['status'],
  decide({ status }, data) {
    if (status === 'Cancelled') return [];
    return status === 'Running'
      ? [{ type: 'StocktakeCancelled', data }]
      : refuse('StocktakeOver', { status });
  },
});
