import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { phone, setStage, type Stage } from '../stage.ts';

const made = z.object({ id: z.string() });

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  const { ada, kim } = stage.people;
  const post = async (path: string, body: object, who = kim) =>
    made.parse(await stage.api(who, 'POST', path, body)).id;
  const roomId = await post('/rooms', { name: 'Store' }, ada);
  const categoryId = await post('/categories', { kind: 'equipment', name: 'Laptops' }, ada);
  await post('/equipment', { tag: 'LT-1', name: 'Laptop', roomId, categoryId });
  await post('/tickets', { title: 'It hums', roomId });
  page = await (await stage.open(kim, phone)).newPage();
}, 180_000);
afterAll(() => stage.stop());

/** Opens one menu after the other; the names of those that are not whole within the window. */
async function outside(path: string): Promise<{ seen: number; cut: string[] }> {
  await page.goto(path);
  const width = page.viewportSize()?.width ?? 0;
  const cut: string[] = [];
  const menus = page.locator('main details:has(> .menu):visible');
  const seen = await menus.count();
  for (let at = 0; at < seen; at += 1) {
    const summary = menus.nth(at).locator('> summary');
    await summary.click();
    const box = await menus.nth(at).locator('> .menu').boundingBox();
    if (!box || box.x < 0 || box.x + box.width > width)
      cut.push((await summary.getAttribute('aria-label')) ?? (await summary.innerText()));
    await summary.click();
  }
  return { seen, cut };
}

describe('On a phone, every menu is within the window', () => {
  it.each(['/queue', '/tickets/1', '/equipment', '/equipment/LT-1', '/rooms', '/people'])(
    'of %s',
    async (path) => {
      const { seen, cut } = await outside(path);
      expect(seen).toBeGreaterThan(0);
      expect(cut).toEqual([]);
    },
  );

  it('and also where its button has come to stand at the left edge', async () => {
    const narrow = await (
      await stage.open(stage.people.kim, { ...phone, viewport: { width: 230, height: 800 } })
    ).newPage();
    await narrow.goto('/equipment/LT-1');
    const button = narrow.locator('main header details > summary');
    expect((await button.boundingBox())?.x).toBeLessThan(100);
    await button.click();
    const menu = narrow.locator('main header .menu');
    await expect.poll(async () => (await menu.boundingBox())?.x).toBeGreaterThanOrEqual(0);
  });

  it('and what finds no room beside a thing is in its menu', async () => {
    await page.goto('/equipment/LT-1');
    const bar = page.locator('main header');
    await bar.getByRole('link', { name: 'Move' }).waitFor();
    await bar.locator('details > summary').click();
    await bar.getByRole('link', { name: 'Start a repair' }).click();
    await page.getByRole('dialog', { name: 'Start a repair' }).waitFor();
  });
});
