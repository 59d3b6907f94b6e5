import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { furnish } from './furnish.ts';
import { picturesOf, setStage, type Stage } from './stage.ts';

const rooms = z.object({ items: z.array(z.object({ roomId: z.string(), name: z.string() })) });
const labelled = z.object({ items: z.array(z.object({ tag: z.string() })) });

let stage: Stage;
let kim: Page;
let ids: string[];

const shows = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible' });
const card = (name: string): Locator => kim.getByRole('main').getByRole('link', { name });
const text = (locator: Locator) => expect.poll(() => locator.innerText(), { timeout: 15_000 });
const withLabel = async (): Promise<string[]> =>
  labelled
    .parse(await stage.api(stage.people.kim, 'GET', '/equipment?labelled=yes'))
    .items.map(({ tag }) => tag);

beforeAll(async () => {
  stage = await setStage();
  ids = await furnish(stage, ['BD-1', 'BD-2', 'BD-3']);
  kim = await (await stage.open(stage.people.kim)).newPage();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, { kim });
});
afterAll(() => stage.stop());

describe('the board of rooms', () => {
  test('changes in front of whoever looks at it', async () => {
    await kim.goto('/rooms');
    await shows(kim.getByText('Live', { exact: true }));
    await text(card(stage.room)).toContain('3 things');
    await text(card('Library Desk')).toContain('Empty');

    const { items } = rooms.parse(await stage.api(stage.people.ada, 'GET', '/rooms'));
    const roomId = items.find(({ name }) => name === 'Library Desk')?.roomId;
    await stage.api(stage.people.ada, 'POST', `/equipment/${ids[0]}/moveEquipment`, { roomId });
    await text(card('Library Desk')).toContain('1 thing');
    await text(card(stage.room)).toContain('2 things');
  });

  test('tells what stood in a room on a day that has passed', async () => {
    await kim.goto('/rooms?all=on&asOf=2020-01-31');
    await shows(kim.getByText('This is how it stood at the end of 31 Jan 2020.'));
    expect(await card(stage.room).count()).toBe(0);
    await kim.getByRole('link', { name: 'Back to now' }).click();
    await text(card(stage.room)).toContain('2 things');
  });
});

const DRAWN = `document.querySelector('img[src*="label.svg"]').naturalWidth`;

describe('labels', () => {
  test('begin where the sheet has not been used, and are noted as a batch', async () => {
    await kim.goto('/labels?unlabelled');
    await shows(kim.getByText('3 things chosen'));
    await kim.getByLabel(/BD-2/).uncheck();
    await shows(kim.getByText('2 things chosen'));
    await kim.locator('.sheet-label').nth(4).click();
    await expect.poll(() => kim.getByLabel('Labels already used on the first sheet').inputValue()).toBe('4');

    const label = kim.getByRole('img', { name: /^The label of BD-/ });
    await label.waitFor();
    await expect.poll(() => kim.evaluate(DRAWN)).toBeGreaterThan(0);
    await kim.getByRole('button', { name: 'Show the labels' }).click();
    const [file] = await Promise.all([
      kim.waitForEvent('download'),
      kim.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('labels.pdf');
    await kim.getByRole('button', { name: 'Note that they were printed' }).click();
    await shows(kim.getByText('2 labels noted as printed.'));
    await expect.poll(withLabel).toEqual(['BD-1', 'BD-3']);
  });

  test('are taken back with their batch', async () => {
    await kim.goto('/batches');
    await kim.getByRole('link', { name: /Printed labels for 2 things/ }).click();
    await kim.getByRole('link', { name: 'Take the whole batch back' }).click();
    await kim.getByRole('dialog').getByRole('button', { name: /Take/ }).click();
    await shows(kim.getByText('2 changes were taken back.'));
    await expect.poll(withLabel).toEqual([]);
  });
});
