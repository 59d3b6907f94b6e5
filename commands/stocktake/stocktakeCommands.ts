import type { StocktakeCommandName } from '#domain/permissions.ts';
import type { StocktakeEvent } from '#domain/stocktake/events.ts';
import type { Stocktake } from '#domain/stocktake/stocktake.ts';
import type { Command } from '../command.ts';
import { cancelStocktake } from './cancelStocktake.ts';
import { finishStocktake } from './finishStocktake.ts';
import { leaveLine } from './leaveLine.ts';
import { scan } from './scan.ts';
import { startStocktake } from './startStocktake.ts';
import { undoScan } from './undoScan.ts';

export const stocktakeCommands = {
  startStocktake,
  scan,
  undoScan,
  finishStocktake,
  cancelStocktake,
  leaveLine,
} as const satisfies Record<StocktakeCommandName, Command<Stocktake, StocktakeEvent>>;
