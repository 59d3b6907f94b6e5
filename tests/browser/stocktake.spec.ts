import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { furnish } from './furnish.ts';
import { desktop, phone, picturesOf, setStage, type Stage } from './stage.ts';

const TAGS = ['NM-01', 'NM-02', 'NM-03', 'NM-04', 'NM-05'];
const withoutScript = { ...desktop, javaScriptEnabled: false };
const report = z.object({
  scans: z.array(z.object({ text: z.string(), at: z.string(), recordedAt: z.string() })),
});
const answer = z.object({ stocktake: report });

let stage: Stage;
let kims: BrowserContext;
let kim: Page;
let lee: Page;

const shows = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible' });
const scan = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Tag', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Count', exact: true }).click();
};
const foundIn = (page: Page) =>
  expect.poll(
    () =>
      page
        .getByText(/of 5 found/)
        .first()
        .innerText(),
    { timeout: 15_000 },
  );

beforeAll(async () => {
  stage = await setStage();
  await furnish(stage, TAGS);
  kims = await stage.open(stage.people.kim, phone);
  kim = await kims.newPage();
  lee = await (await stage.open(stage.people.lee, phone)).newPage();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, { kim, lee });
});
afterAll(() => stage.stop());

describe('a stock-take by two people', () => {
  test('Kim starts it for the room, and Lee joins', async () => {
    await kim.goto('/stocktakes');
    await kim.getByRole('link', { name: 'Start a stock-take' }).click();
    const dialog = kim.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Room' }).fill('Lecture');
    await kim.getByRole('option', { name: stage.room }).click();
    await dialog.getByRole('button', { name: 'Start' }).click();
    await shows(kim.getByText('0 of 5 found'));
    await lee.goto('/stocktakes');
    await lee.getByRole('link', { name: new RegExp(stage.room) }).click();
    await shows(lee.getByText('0 of 5 found'));
  });

  test('what one scans, the other sees at once', async () => {
    await scan(kim, 'nm-01');
    await shows(kim.getByText('Belongs here'));
    await foundIn(lee).toBe('1 of 5 found');
    await scan(lee, 'NM-02');
    await foundIn(kim).toBe('2 of 5 found');
  });

  test('Kim goes on without a connection, and Lee scans one of the same things', async () => {
    await kims.setOffline(true);
    await scan(kim, 'NM-03');
    await shows(kim.getByText('Belongs here'));
    await scan(kim, 'NM-04');
    await scan(kim, 'WHAT-IS-THIS');
    await foundIn(kim).toBe('4 of 5 found');
    await scan(lee, 'NM-03');
    await foundIn(lee).toBe('3 of 5 found');
  });

  test('nothing is lost and nothing doubled when the connection is back', async () => {
    await kims.setOffline(false);
    await foundIn(lee).toBe('4 of 5 found');
    await shows(lee.getByText('1 unknown'));
    const path = new URL(kim.url()).pathname;
    const { stocktake } = answer.parse(await stage.api(stage.people.kim, 'GET', path));
    const texts = stocktake.scans.map(({ text }) => text.toUpperCase()).sort();
    expect(texts).toEqual(['NM-01', 'NM-02', 'NM-03', 'NM-04', 'WHAT-IS-THIS']);
    const late = stocktake.scans.find(({ text }) => text === 'NM-04');
    expect(Date.parse(late?.recordedAt ?? '')).toBeGreaterThan(Date.parse(late?.at ?? ''));
  });

  test('what is long stays within the page, and is taken back', async () => {
    const long = 'W'.repeat(80);
    await scan(kim, long);
    await shows(kim.getByText('2 unknown'));
    await shows(kim.getByRole('listitem').getByText(long));
    const edges = await kim.evaluate(
      '[...document.querySelectorAll("main *")].map((it) => it.getBoundingClientRect().right)',
    );
    const width = kim.viewportSize()?.width ?? 0;
    expect(
      z
        .array(z.number())
        .parse(edges)
        .filter((right) => right > width),
    ).toEqual([]);
    await kim
      .getByRole('button', { name: `Undo the scan of ${long}` })
      .first()
      .click();
    await shows(lee.getByText('1 unknown'));
  });

  test('Lee finishes it, and what is missing is reported', async () => {
    await lee.getByRole('link', { name: 'Finish', exact: true }).click();
    await lee.getByRole('dialog').getByRole('button', { name: 'Finish' }).click();
    await shows(lee.getByRole('heading', { name: 'Missing (1)' }));
    await shows(lee.getByRole('heading', { name: 'Unknown (1)' }));
    await lee.getByRole('button', { name: 'Report missing: NM-05' }).click();
    await shows(lee.getByText('Reported missing'));
    await lee.getByRole('button', { name: 'Leave it: WHAT-IS-THIS' }).click();
    await shows(lee.getByText('Left as it is'));
    await kim.reload();
    await shows(kim.getByText('Left as it is'));
    const tab = await lee.context().newPage();
    await tab.goto('/equipment?stage=Missing');
    await shows(tab.getByText('NM-05'));
  });

  test('what was unknown is registered without script, too', async () => {
    const plain = await (await stage.open(stage.people.kim, withoutScript)).newPage();
    await plain.goto(new URL(kim.url()).pathname);
    const line = plain.getByRole('listitem').filter({ hasText: 'WHAT-IS-THIS' });
    await line.getByText('Register it', { exact: true }).click();
    await line.getByLabel('Name').fill('Old beamer');
    await line.getByLabel('Category').selectOption({ index: 1 });
    await line.getByRole('button', { name: 'Register it: WHAT-IS-THIS' }).click();
    await shows(plain.getByText('Registered here'));
    await shows(lee.getByText('Registered here'));
    await plain.goto('/equipment?q=WHAT-IS-THIS');
    await shows(plain.getByText('Old beamer'));
  });
});
