import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { PASSWORD, signIns } from '#cli/demo/people.ts';
import { findChromium, required } from '#tests/setup/needs.ts';
import { startProduct } from '#tests/support/product.ts';

/** `node tests/browser/screenshots.ts`: takes the pictures of the README from the demo, as a technician sees it. */
const ROOT = join(import.meta.dirname, '../..');
const DOCS = join(ROOT, 'docs');
const READY_MS = 180_000;
const rows = z.object({
  items: z.array(z.object({ number: z.number(), comments: z.number(), internalNotes: z.number() })),
});
const answer = z.object({
  ticket: z.object({ images: z.array(z.unknown()), checklist: z.array(z.unknown()) }),
});

const things = z.object({ items: z.array(z.object({ tag: z.string(), revision: z.string() })) });
const stocktakes = z.object({ items: z.array(z.object({ stocktakeId: z.string() })) });

async function ask<T>(page: Page, path: string, shape: z.ZodType<T>): Promise<T> {
  return shape.parse(await (await page.request.get(path)).json());
}

/** Of the tickets at work, the one that has most to show. */
async function telling(page: Page): Promise<number> {
  const { items } = await ask(page, '/api/tickets?status=Open,Pending&limit=200', rows);
  const scored = await Promise.all(
    items.map(async ({ number, comments, internalNotes }) => {
      const { ticket } = await ask(page, `/api/tickets/${number}`, answer);
      const pictures = Math.min(1, ticket.images.length) * 12;
      return { number, score: comments + 2 * internalNotes + pictures + ticket.checklist.length };
    }),
  );
  return scored.toSorted((a, b) => b.score - a.score)[0]?.number ?? 1;
}

/** Of the things that are lent, the one that most has happened to. */
async function lived(page: Page): Promise<string> {
  const { items } = await ask(page, '/api/equipment?stage=CheckedOut&limit=200', things);
  const [first] = items.toSorted((a, b) => Number(b.revision) - Number(a.revision));
  return first?.tag ?? '';
}

async function take(page: Page, path: string, name: string, prepare?: () => Promise<void>): Promise<void> {
  await page.goto(path);
  await page.getByText('Live', { exact: true }).filter({ visible: true }).first().waitFor();
  await prepare?.();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(DOCS, `${name}.png`) });
  console.log(`docs/${name}.png`);
}

mkdirSync(DOCS, { recursive: true });
const directory = join(ROOT, '.cache/screenshots');
const environment = { LOG_LEVEL: 'error' };
const product = await startProduct({ command: 'demo', directory, environment, readyWithinMs: READY_MS });
const browser = await chromium.launch({
  executablePath: required(findChromium, 'Chromium'),
  args: ['--no-sandbox'],
});
try {
  const viewport = { width: 1360, height: 850 };
  const context = await browser.newContext({ baseURL: product.origin, viewport, locale: 'en-GB' });
  const page = await context.newPage();
  const data = { email: signIns[1]?.email, password: PASSWORD };
  await page.request.post('/api/auth/login', { data });
  const number = await telling(page);
  await take(page, '/queue?status=New,Open,Pending', 'queue');
  await take(page, `/tickets/${number}`, 'ticket');
  await take(page, `/tickets/${number}/history`, 'history', async () => {
    const slider = page.getByRole('slider', { name: 'Point in the history' });
    await slider.focus();
    for (let n = 0; n < 3; n++) await slider.press('ArrowLeft');
  });
  await take(page, '/equipment', 'register');
  await take(page, `/equipment/${await lived(page)}`, 'thing');
  const counted = await ask(page, '/api/stocktakes?status=Finished', stocktakes);
  await take(page, `/stocktakes/${counted.items[0]?.stocktakeId}`, 'stocktake');
} finally {
  await browser.close();
  await product.stop();
}
