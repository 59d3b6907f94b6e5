import AxeBuilder from '@axe-core/playwright';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProduct } from '#tests/support/product.ts';
import { setScene, setThings } from './scene.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens.ts';
import { setHandScene } from './screens/hand.ts';
import { desktop, phone, setStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ REGISTRATION: 'true' });
  await setScene(stage);
  await setThings(stage);
  await setHandScene(stage);
}, 180_000);
afterAll(() => stage.stop());

const looks = ['light', 'dark'] as const;
const sizes = { desktop, phone };
const cases = (Object.keys(sizes) as (keyof typeof sizes)[]).flatMap((size) =>
  screens.map((screen) => ({ size, screen })),
);
const SETTLED = 'Promise.allSettled(document.getAnimations().map((it) => it.finished)).then(() => undefined)';

/** What axe finds, in words: the look, the rule, what it is about, and where. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(SETTLED);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    for (const { id, help, nodes } of violations)
      for (const { target } of nodes) found.push(`${colorScheme}: ${id}: ${help} (${target.join(' ')})`);
  }
  return found;
}

async function opened(page: Page, { path, then }: Screen): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  await page.getByRole('heading').first().waitFor();
  if (!then) return;
  await page.waitForLoadState('networkidle');
  await then(page);
}

describe('axe finds nothing, light and dark', () => {
  test.for(cases)('on $screen.name, on a $size', async ({ size, screen }) => {
    const who = screen.who === 'nobody' ? null : stage.people[screen.who];
    const context = await stage.open(who, sizes[size]);
    const page = await context.newPage();
    try {
      await opened(page, screen);
      expect(await findings(page)).toEqual([]);
    } finally {
      await context.close();
    }
  });

  test('on the first start', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'daybook-first-'));
    const product = await startProduct({ directory, environment: { LOG_LEVEL: 'error' } });
    const context = await stage.open(null, desktop);
    try {
      const page = await context.newPage();
      await page.goto(product.origin);
      await page.getByLabel('Email').waitFor();
      expect(new URL(page.url()).pathname).toBe('/first-start');
      expect(await findings(page)).toEqual([]);
    } finally {
      await context.close();
      await product.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
