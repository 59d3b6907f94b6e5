import type { Route } from '#api/http/route.ts';
import { stocktakeCommands } from '#commands/registry.ts';
import { commandRoute, type RecordRoutes } from './commands.ts';
import type { Desk } from './desk.ts';
import { makeRoute } from './records.ts';
import { sinceFrom } from './since.ts';
import { decideRoute } from './stocktakes/decide.ts';
import { stocktakeReadRoutes } from './stocktakes/read.ts';
import { scanRoute } from './stocktakes/scan.ts';

export function stocktakeRoutes(desk: Desk): Route[] {
  const about: RecordRoutes = {
    base: '/api/stocktakes',
    desk,
    sinceOf: sinceFrom(desk, desk.reads.stocktakes.history),
  };
  const { startStocktake, scan: _, ...others } = stocktakeCommands;
  return [
    ...stocktakeReadRoutes(desk),
    makeRoute(startStocktake, about),
    scanRoute(about),
    decideRoute(about),
    ...Object.values(others).map((command) => commandRoute(command, about)),
  ];
}
