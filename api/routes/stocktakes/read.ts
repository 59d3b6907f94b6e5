import { z } from 'zod';
import { listed } from '#api/answers/answers.ts';
import { recordHistoryRow } from '#api/answers/history.ts';
import { stocktakeAnswer, stocktakeRow } from '#api/answers/stocktakes.ts';
import type { StocktakePageRow } from '#api/contract/rows.ts';
import { reply, route, type Route, type Viewer } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
import { mayCommand, UNRELATED, type StocktakeCommandName } from '#domain/permissions.ts';
import { actorOf } from '../asking.ts';
import type { Desk } from '../desk.ts';
import { paging } from '../tickets/filters.ts';

export const stocktakeFilters = z.strictObject({
  room: z.uuid().optional(),
  status: z.enum(['Running', 'Finished', 'Cancelled']).optional(),
  ...paging,
});
export type StocktakeFilters = z.output<typeof stocktakeFilters>;

const RUNNING: readonly StocktakeCommandName[] = ['scan', 'undoScan', 'finishStocktake', 'cancelStocktake'];

const mayOf = (viewer: Viewer, { status }: StocktakePageRow): StocktakeCommandName[] =>
  status === 'Running' ? RUNNING.filter((name) => mayCommand(actorOf(viewer), name, UNRELATED)) : [];

export function stocktakeReadRoutes({ reads, projector }: Desk): Route[] {
  const { stocktakes } = reads;
  const position = () => String(projector.position());
  return [
    route({
      method: 'get',
      path: '/api/stocktakes',
      summary: 'All stock-takes, the newest first.',
      access: { reads: 'stocktakes' },
      query: stocktakeFilters,
      keptWhile: ['stocktakes', 'stocktake_scans'],
      answers: { 200: listed(stocktakeRow) },
      handle: async ({ viewer, query }) => {
        const at = position();
        return reply(200, { ...(await stocktakes.list(viewer, query)), position: at });
      },
    }),
    route({
      method: 'get',
      path: '/api/stocktakes/:id',
      summary: 'A stock-take with what was expected and every scan.',
      access: { reads: 'stocktakes' },
      answers: { 200: stocktakeAnswer },
      handle: async ({ viewer, param }) => {
        const at = position();
        const stocktake = await stocktakes.find(viewer, param('id'));
        if (!stocktake) return problem('not-found');
        return reply(200, { stocktake, may: mayOf(viewer, stocktake), position: at });
      },
    }),
    route({
      method: 'get',
      path: '/api/stocktakes/:id/history',
      summary: 'All that has happened in a stock-take, scan by scan.',
      access: { reads: 'stocktakes' },
      answers: { 200: z.strictObject({ items: z.array(recordHistoryRow) }) },
      handle: async ({ viewer, param }) => {
        const items = await stocktakes.history(viewer, param('id'));
        return items ? reply(200, { items }) : problem('not-found');
      },
    }),
  ];
}
