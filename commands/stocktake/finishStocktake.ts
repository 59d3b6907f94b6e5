import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import { resultOf } from '#domain/stocktake/finish.ts';
import { stocktakeCommand } from './stocktakeCommand.ts';

/** Says what was missing, elsewhere and unknown; what follows from it is decided line by line. */
export const finishStocktake = stocktakeCommand({
  name: 'finishStocktake',
  input: z.strictObject({}),
  facets: ['status'],
  decide(stocktake) {
    if (stocktake.status === 'Finished') return [];
    return stocktake.status === 'Running'
      ? [{ type: 'StocktakeFinished', data: resultOf(stocktake) }]
      : refuse('StocktakeOver', { status: stocktake.status });
  },
});
