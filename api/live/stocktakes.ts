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
        .map(({ decision: _, stage: __, ...scan }) => change('stocktake_scans', scan.scanId, scan, page)),
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

/** A line is decided by a command on the thing that it is about; what nobody knew is a new thing. */
function isAbout({ items, scans }: StocktakePageRow, things: ReadonlySet<string>): boolean {
  return (
    items.some(({ equipmentId }) => things.has(equipmentId)) ||
    scans.some(({ equipmentId, decision }) =>
      equipmentId === null ? decision !== null : things.has(equipmentId),
    )
  );
}

const watched = (io: LiveServer): string[] => {
  const prefix = stocktakeRoom('');
  const rooms = [...io.sockets.adapter.rooms.keys()].filter((room) => room.startsWith(prefix));
  return rooms.map((room) => room.slice(prefix.length));
};

/** Tells those who look at a finished stock-take what has been decided about its lines. */
export async function tellDecisions(
  io: LiveServer,
  reads: LiveReads,
  things: readonly Touched[],
): Promise<void> {
  if (things.length === 0) return;
  const ids = new Set(things.map(({ id }) => id));
  for (const id of watched(io)) {
    const sockets = socketsIn(io, stocktakeRoom(id));
    const [first] = sockets;
    const page = first && (await reads.stocktake(first.data.viewer, id));
    if (page?.status !== 'Finished' || !isAbout(page, ids)) continue;
    for (const socket of sockets) socket.emit('changed', change('stocktake_page', id, page, page));
  }
}
