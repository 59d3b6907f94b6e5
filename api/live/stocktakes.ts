import type { StocktakePageRow, StocktakeRow } from '#api/contract/rows.ts';
import { change, socketsIn, type Page } from './pages.ts';
import { STOCKTAKES, stocktakeRoom } from './screens.ts';
import type { LiveReads, LiveServer, Touched } from './server.ts';

const lineOf = ({ items: _, scans: __, ...row }: StocktakePageRow): StocktakeRow => row;

/** While it runs, scan by scan; then its whole report, and what is decided about it. */
export const stocktakePage = (reads: LiveReads): Page => ({
  room: stocktakeRoom,
  changesFor: async (viewer, { id, said, revision }, position) => {
    const page = await reads.stocktake(viewer, id);
    if (!page) return [change('stocktake_page', id, null, { revision, position })];
    if (page.status !== 'Running') return [change('stocktake_page', id, page, page)];
    return [
      change('stocktakes', id, lineOf(page), page),
      ...page.scans
        .filter(({ scanId }) => said.includes(scanId))
        .map(({ decision: _, ...scan }) => change('stocktake_scans', scan.scanId, scan, page)),
    ];
  },
});

/** Tells the list: all who may see it see the same. */
export async function tellStocktakes(
  io: LiveServer,
  reads: LiveReads,
  stocktakes: readonly Touched[],
): Promise<void> {
  const sockets = socketsIn(io, STOCKTAKES);
  const [first] = sockets;
  if (!first) return;
  for (const { id } of stocktakes) {
    const page = await reads.stocktake(first.data.viewer, id);
    if (!page) continue;
    for (const socket of sockets) socket.emit('changed', change('stocktakes', id, lineOf(page), page));
  }
}
