import type { SettingsRow, StocktakePageRow, StocktakeRow } from '#api/contract/rows.ts';
import type { StocktakeFilters } from '#api/routes/stocktakes/read.ts';
import type { Page, ReadDatabase, Viewer as Reader } from '#projections/readDatabase.ts';
import { settingsNow } from '#projections/settings/query.ts';
import { listStocktakes, stocktakeOf } from '#projections/stocktakes/query.ts';
import { historyOf, type History } from './history.ts';

export interface StocktakeReads {
  readonly list: (viewer: Reader, filters: StocktakeFilters) => Promise<Page<StocktakeRow>>;
  readonly find: (viewer: Reader, id: string) => Promise<StocktakePageRow | undefined>;
  readonly history: History;
}

export const stocktakeReads = (read: ReadDatabase): StocktakeReads => ({
  list: (viewer, filters) => listStocktakes(read, viewer, filters),
  find: (viewer, id) => stocktakeOf(read, viewer, id),
  history: historyOf(read, 'stocktake'),
});

export interface SettingsReads {
  readonly now: () => Promise<SettingsRow>;
  readonly history: History;
}

export const settingsReads = (read: ReadDatabase): SettingsReads => ({
  now: () => settingsNow(read),
  history: historyOf(read, 'settings'),
});
