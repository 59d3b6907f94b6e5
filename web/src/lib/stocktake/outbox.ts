import { api } from '#lib/api/browser.ts';
import type { Messages } from '#lib/messages/languages.ts';
import { notices } from '#lib/ui/notices.svelte.ts';
import { ScanQueue } from './ScanQueue.ts';
import { aloneAt, sendEntry } from './sendEntry.ts';
import { Shelf, unsent } from './shelf.ts';

/** Sends scans that waited for the connection, on whatever page their scanner is now. */
export async function sendScans(userId: string, m: Messages): Promise<void> {
  if (!navigator.onLine) return;
  for (const stocktakeId of unsent(localStorage, userId)) {
    const href = `/stocktakes/${stocktakeId}`;
    // The stock-take's own page sends them itself.
    if (location.pathname !== href) await sendAll({ userId, stocktakeId }, href, m);
  }
}

async function sendAll(
  owner: { readonly userId: string; readonly stocktakeId: string },
  href: string,
  m: Messages,
): Promise<void> {
  const { stocktakeId } = owner;
  let sent = 0;
  const queue = new ScanQueue({
    shelf: new Shelf(localStorage, owner),
    send: sendEntry(api, stocktakeId),
    alone: aloneAt(stocktakeId),
    ontaken: ({ command }) => (sent += command === 'scan' ? 1 : 0),
  });
  await queue.drain();
  const link = { href, label: m.stocktake.openIt };
  if (sent > 0) notices.say(m.stocktake.sent(sent), 'success', { link });
  if (queue.refused.length > 0) notices.say(m.stocktake.refused(queue.refused.length), 'danger', { link });
}
