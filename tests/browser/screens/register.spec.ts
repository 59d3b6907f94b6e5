import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish } from '../furnish.ts';
import { desktop, setStage, type Stage } from '../stage.ts';

const TAGS = Array.from({ length: 70 }, (_, at) => `LT-${String(at + 1).padStart(4, '0')}`);

let stage: Stage;
let ids: readonly string[];
let page: Page;
const rowOf = (tag: string) => page.getByRole('row').filter({ hasText: tag });
const give = (at: number, command: string, input: unknown = {}) =>
  stage.api(stage.people.lee, 'POST', `/equipment/${ids[at]}/${command}`, input);

beforeAll(async () => {
  stage = await setStage();
  ids = await furnish(stage, TAGS);
  page = await (await stage.open(stage.people.kim)).newPage();
  await page.goto('/equipment');
  await page.getByText('Live', { exact: true }).first().waitFor();
}, 240_000);
afterAll(() => stage.stop());

describe('the register', () => {
  test('shows what somebody else does in place, and counts the stages anew', async () => {
    await give(1, 'reportMissing');
    await expect.poll(() => rowOf('LT-0002').innerText()).toContain('Missing');
    const missing = page.getByRole('link', { name: /^Missing/ });
    await expect.poll(() => missing.innerText(), { timeout: 5_000 }).toContain('1');
    await missing.click();
    await page.waitForURL('**/equipment?stage=Missing');
    await expect.poll(() => page.locator('[data-row-link]').count()).toBe(1);
  });

  test('finds a thing by its exact tag', async () => {
    await page.goto('/equipment');
    await page.getByLabel('Search equipment').fill('lt-0042');
    await page.waitForURL('**/equipment?q=lt-0042');
    await expect.poll(() => page.locator('[data-row-link]').count()).toBe(1);
    expect(await rowOf('LT-0042').count()).toBe(1);
  });

  test('searches for what was typed while the page was still loading', async () => {
    const slow = await (await stage.open(stage.people.kim)).newPage();
    await slow.route('**/_app/**/*.js', async (route) => {
      await pause(300);
      await route.continue();
    });
    await slow.goto('/equipment', { waitUntil: 'commit' });
    await slow.getByLabel('Search equipment').fill('lt-0042');
    await slow.waitForURL('**/equipment?q=lt-0042');
    expect(await slow.getByLabel('Search equipment').inputValue()).toBe('lt-0042');
    await slow.context().close();
  });

  test('keeps the columns that a person chooses', async () => {
    await page.goto('/equipment');
    await page.waitForLoadState('networkidle');
    await page.locator('summary[aria-label="Columns"]').click();
    await page.getByRole('checkbox', { name: 'Serial' }).check();
    await page.getByRole('columnheader', { name: 'Serial' }).waitFor();
    await page.reload();
    await page.getByRole('columnheader', { name: 'Serial' }).waitFor();
  });

  test('moves several by keyboard, and takes all of it back', async () => {
    await page.goto('/equipment');
    await page.waitForLoadState('networkidle');
    for (const key of ['j', 'x', 'j', 'j', 'x', 'm']) await page.keyboard.press(key);
    const dialog = page.getByRole('dialog', { name: 'Move 2 things' });
    await dialog.getByRole('combobox').fill('Library');
    await page.getByRole('option', { name: /Library Desk/ }).click();
    await dialog.getByRole('button', { name: 'Move' }).click();
    await expect.poll(() => rowOf('LT-0003').innerText()).toContain('Library Desk');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 things are as before.').waitFor();
    await expect.poll(() => rowOf('LT-0003').innerText()).toContain(stage.room);
  });
});

describe('without JavaScript', () => {
  test('a thing is registered, lent and noted as having happened', async () => {
    const context = await stage.open(stage.people.kim, { ...desktop, javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto('/equipment/new');
    await plain.getByLabel('Tag').fill('PJ-1');
    await plain.getByLabel('Room').selectOption({ label: `${stage.room} (Science Block, Ground)` });
    await plain.getByLabel('Name').fill('Projector');
    await plain.getByLabel('Category').selectOption({ label: 'Laptops' });
    await plain.getByRole('button', { name: 'Register' }).click();
    expect(await plain.locator('h1').innerText()).toBe('Projector');
    await plain.getByRole('link', { name: 'Check out' }).click();
    await plain.getByLabel('Person', { exact: true }).selectOption(stage.people.ana.id);
    await plain.getByRole('button', { name: 'Check out' }).click();
    expect(await plain.locator('section[aria-label="Where"]').innerText()).toContain('With Ana Hart');
    expect(await plain.locator('ol').innerText()).toContain('Kim Larsen checked it out');
    await context.close();
  });
});
