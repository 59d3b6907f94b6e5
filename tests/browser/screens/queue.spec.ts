import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { setStage, type Stage } from '../stage.ts';

const MANY = 160;
const created = z.object({ id: z.string() });
const listed = z.object({ items: z.array(z.looseObject({ roomId: z.string() })) });

let stage: Stage;
let page: Page;
let report: (title: string) => Promise<string>;
const give = (id: string, command: string, input: unknown = {}) =>
  stage.api(stage.people.lee, 'POST', `/tickets/${id}/${command}`, input);

beforeAll(async () => {
  stage = await setStage();
  const { ana, kim } = stage.people;
  const [room] = listed.parse(await stage.api(ana, 'GET', '/rooms')).items;
  report = async (title) =>
    created.parse(await stage.api(ana, 'POST', '/tickets', { title, roomId: room?.roomId })).id;
  for (let number = 1; number <= MANY; number++) await report(`Problem ${number}`);
  page = await (await stage.open(kim)).newPage();
  await page.goto('/queue?status=New,Open,Pending');
  await page.getByText('Live', { exact: true }).first().waitFor();
}, 240_000);
afterAll(() => stage.stop());

const rowOf = (title: string): Locator =>
  page.getByRole('row').filter({ hasText: new RegExp(`${title}(?!\\d)`) });
const titles = () => page.locator('[data-row-link]').allInnerTexts();
const list = () => page.getByRole('region', { name: 'Queue' });
const offset = async (title: string) => (await rowOf(title).boundingBox())?.y;

describe('the queue', () => {
  test('lets a new ticket in at once while nobody reads', async () => {
    await page.mouse.move(5, 5);
    await report('Arrives at the top');
    await rowOf('Arrives at the top').waitFor();
    expect((await titles())[0]).toBe('Arrives at the top');
  });

  test('holds still under the pointer: what comes, moves or goes waits to be let in', async () => {
    await list().hover({ position: { x: 300, y: 200 } });
    const before = await offset(`Problem ${MANY - 3}`);
    const moves = await report('Waits outside');
    const bar = page.getByRole('button', { name: /^1 new/ });
    await bar.waitFor();
    await give(moves, 'accept');
    expect(await titles()).not.toContain('Waits outside');
    expect(before).toBeGreaterThan(0);
    expect(await offset(`Problem ${MANY - 3}`)).toBe(before);
    await bar.click();
    await rowOf('Waits outside').waitFor();
    expect((await titles())[0]).toBe('Waits outside');
  });

  test('shows a change in place, and marks what no longer belongs', async () => {
    const id = await report('Goes away');
    await page.getByRole('button', { name: /^1 new/ }).click();
    await list().hover({ position: { x: 300, y: 200 } });
    await give(id, 'reject', { reason: 'Not ours' });
    await expect.poll(() => rowOf('Goes away').innerText()).toMatch(/Rejected[\s\S]*left this view/);
    await page.getByRole('button', { name: /changed place/ }).click();
    await expect.poll(titles).not.toContain('Goes away');
  });

  test('draws only what is in sight, and goes on to the end', async () => {
    const drawn = () => page.getByRole('row').count();
    await list().hover({ position: { x: 300, y: 200 } });
    expect(await drawn()).toBeLessThan(60);
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 100_000);
          return titles();
        },
        { timeout: 20_000 },
      )
      .toContain('Problem 1');
    expect(await drawn()).toBeLessThan(60);
    await page.mouse.wheel(0, -100_000);
  });

  test('is worked by the keyboard alone: mark two tickets and resolve them', async () => {
    await page.mouse.move(5, 5);
    const [first, second] = await titles();
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('2 selected').waitFor();
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByLabel('What was done').fill('Both at once');
    await page.keyboard.press('Tab');
    await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).press('Enter');
    await page.getByText('2 tickets were changed.').waitFor();
    await expect.poll(() => rowOf(first ?? '').innerText()).toContain('Resolved');
    await expect.poll(() => rowOf(second ?? '').innerText()).toContain('Resolved');
  });

  test('opens the ticket under the cursor, and finds one by its number', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tickets\/\d+$/);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill('7');
    await page.getByRole('option', { name: /#7\b/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tickets/7');
  });

  test('keeps a set of filters as a view', async () => {
    await page.goto('/queue?status=New&priority=normal');
    await page.locator('html[data-alive]').waitFor();
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByLabel('Name of the view').fill('Fresh ones');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.goto('/rooms');
    await page.getByRole('link', { name: /Fresh ones/ }).click();
    await page.waitForURL('**/queue?status=New&priority=normal');
    await page.getByRole('link', { name: 'Remove filter Priority: Normal' }).click();
    await page.waitForURL('**/queue?status=New');
  });
});
