import type { StocktakePageRow } from '#lib/contract.ts';
import { keptBy } from '#lib/offline/kept.ts';
import type { Owner } from './shelf.ts';

const pageOf = ({ stocktakeId }: Owner): string => `/stocktakes/${stocktakeId}`;
const rowOf = (owner: Owner): string => `${pageOf(owner)}/kept.json`;

/** What cannot be kept, as in a private window, is no reason to stop counting. */
async function ofCache<T>({ userId }: Owner, act: (cache: Cache) => Promise<T>): Promise<T | undefined> {
  try {
    return await act(await caches.open(keptBy(userId)));
  } catch {
    return undefined;
  }
}

/** Keeps how a stock-take stands; its page was kept as it was when it was opened. */
export const keepRow = (owner: Owner, row: StocktakePageRow): Promise<void> =>
  ofCache(owner, (cache) => cache.put(rowOf(owner), Response.json(row)));

export const keptRow = (owner: Owner): Promise<StocktakePageRow | undefined> =>
  ofCache(owner, async (cache) => {
    const kept = await cache.match(rowOf(owner));
    return kept ? ((await kept.json()) as StocktakePageRow) : undefined;
  });

export async function dropKept(owner: Owner): Promise<void> {
  await ofCache(owner, (cache) => cache.delete(rowOf(owner)));
  await ofCache(owner, (cache) => cache.delete(pageOf(owner)));
}
