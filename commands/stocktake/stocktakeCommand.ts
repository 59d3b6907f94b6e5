import { isStarted } from '#domain/stocktake/rules.ts';
import { stocktake } from '#domain/stocktake/stocktake.ts';
import { commandsOn } from '../recordCommand.ts';

export const stocktakeCommand = commandsOn({ aggregate: stocktake, what: 'stocktakes', exists: isStarted });
