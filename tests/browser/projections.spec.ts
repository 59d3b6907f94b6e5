import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { desktop, phone, picturesOf, setStage, type Account, type Stage } from './stage.ts';

const listed = z.object({ projections: z.array(z.object({ name: z.string(), generation: z.int() })) });

let stage: Stage;
const pages: Record<string, Page> = {};
beforeAll(async () => {
  stage = await setStage();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, pages);
});
afterAll(() => stage.stop());

async function opened(who: Account, options = desktop): Promise<Page> {
  const page = await (await stage.open(who, options)).newPage();
  pages[who.name] = page;
  return page;
}
const generationOf = async (name: string): Promise<number | undefined> => {
  const { projections } = listed.parse(await stage.api(stage.people.ada, 'GET', '/projections'));
  return projections.find((one) => one.name === name)?.generation;
};

describe('The tables that the screens read', () => {
  test('are found by the palette, and one is made anew by keyboard, which is told when it is done', async () => {
    const page = await opened(stage.people.ada);
    const before = (await generationOf('rooms')) ?? 0;
    await page.goto('/queue');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('projec');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/projections');
    await page.getByText('All tables are up to date.').waitFor();
    const rooms = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Rooms' }) });
    await rooms.getByText('In use').waitFor();
    await rooms.getByRole('link', { name: 'Make anew: Rooms' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Make “Rooms” anew?' });
    await dialog.getByRole('button', { name: 'Make anew' }).press('Enter');
    await page.getByText('“Rooms” has been made anew.').waitFor();
    await rooms.getByText('In use').waitFor();
    expect(await generationOf('rooms')).toBe(before + 1);
    await page.goto('/rooms');
    await page.getByRole('link', { name: new RegExp(stage.room) }).waitFor();
  });

  test('are no longer asked about once somebody has closed the question that the address asks', async () => {
    const page = await opened(stage.people.ada);
    await page.goto('/projections?do=rebuild&table=rooms');
    const dialog = page.getByRole('dialog', { name: 'Make “Rooms” anew?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const ends = page.getByText(/The journal ends at position/);
    const before = await ends.textContent();
    await stage.api(stage.people.ada, 'POST', '/rooms', { name: 'Attic', building: '', floor: '' });
    await expect.poll(() => ends.textContent(), { timeout: 15_000 }).not.toBe(before);
    expect(await dialog.isVisible()).toBe(false);
  });

  test('are made anew on a phone without script', async () => {
    const page = await opened(stage.people.ada, { ...phone, javaScriptEnabled: false });
    const before = (await generationOf('users')) ?? 0;
    await page.goto('/projections');
    await page.getByRole('link', { name: 'Make anew: People' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make anew' }).click();
    await page.waitForURL((url) => url.search === '');
    await expect.poll(() => generationOf('users')).toBe(before + 1);
    await page.goto('/people');
    await page.getByRole('link', { name: /Kim Larsen/ }).waitFor();
  });

  test('are shown to an auditor, who makes nothing anew, and to no technician', async () => {
    const page = await opened(stage.people.audrey);
    await page.goto('/projections');
    await page.getByRole('main').getByRole('heading', { name: 'Queue' }).waitFor();
    expect(await page.getByText('Make anew').count()).toBe(0);
    const kim = await opened(stage.people.kim);
    expect((await kim.goto('/projections'))?.status()).toBe(404);
    expect(await kim.getByRole('link', { name: 'Projections' }).count()).toBe(0);
  });
});
