import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import { lineNamed } from '#domain/stocktake/rules.ts';
import { stocktakeCommand } from './stocktakeCommand.ts';

/** Decides that nothing follows from a line of the report; anything else can still be decided about it. */
export const leaveLine = stocktakeCommand({
  name: 'leaveLine',
  input: z.strictObject({
    /** The equipment's id or, where nobody knows it, the scan's. */
    line: z.uuid(),
  }),
  facets: [],
  decide(stocktake, { line: name }) {
    const { status, left } = stocktake;
    if (status === 'Running') return refuse('StocktakeRunning');
    if (status === 'Cancelled') return refuse('StocktakeOver', { status });
    if (left.has(name)) return [];
    const data = lineNamed(stocktake, name);
    return data ? [{ type: 'StocktakeLineLeft', data }] : refuse('NoSuchLine', { line: name });
  },
});
