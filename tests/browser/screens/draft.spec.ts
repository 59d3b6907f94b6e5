import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { seeded } from '#cli/demo/random.ts';
import { picture } from '#cli/demo/scenes.ts';
import { phone, setStage, type Stage } from '../stage.ts';

const TITLE = 'The loudspeakers hum';
const photo = (seed: number) => ({
  name: 'hum.png',
  mimeType: 'image/png',
  buffer: picture('projector', seeded(seed)),
});
const tickets = z.object({ items: z.array(z.object({ number: z.number(), title: z.string() })) });

let stage: Stage;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  context = await stage.open(stage.people.ana, phone);
  page = await context.newPage();
}, 180_000);
afterAll(() => stage.stop());

const value = (label: string) => page.getByLabel(label).first().inputValue();
const photos = () => page.getByRole('img', { name: /^Photo \d$/ }).count();
const alive = () => page.locator('html[data-alive]').waitFor();
const sent = async () =>
  tickets
    .parse(await stage.api(stage.people.ana, 'GET', '/tickets'))
    .items.filter(({ title }) => title === TITLE);

describe('a report that is written where the connection is bad', () => {
  test('is there again after a reload, with its photos', async () => {
    await page.goto('/report');
    await alive();
    await page.getByLabel('What is the problem?').fill(TITLE);
    await page.getByLabel('Where is it?').first().fill('Theatre');
    await page.getByRole('option', { name: stage.room }).click();
    await page.getByRole('radio', { name: /It can wait/ }).check({ force: true });
    await page.getByLabel(/Add photos/).setInputFiles([photo(1), photo(2)]);
    await expect.poll(photos).toBe(2);

    await page.reload();
    await expect.poll(() => value('What is the problem?')).toBe(TITLE);
    expect(await value('Where is it?')).toBe(`${stage.room} (Science Block, Ground)`);
    expect(await page.getByRole('radio', { name: /It can wait/ }).isChecked()).toBe(true);
    await expect.poll(photos).toBe(2);
  });

  test('waits while there is no connection, even when its writer goes away', async () => {
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Send report' }).click();
    await page.getByText('Waiting for the connection').waitFor();
    expect(await sent()).toEqual([]);
  });

  test('arrives once when the connection is back, with its photos, and the draft is gone', async () => {
    await context.setOffline(false);
    await page.waitForURL(/\/tickets\/\d+$/);
    await expect.poll(() => page.getByRole('img', { name: /Problem, image/ }).count()).toBe(2);
    expect(await sent()).toHaveLength(1);
    await page.goto('/report');
    await alive();
    expect(await value('What is the problem?')).toBe('');
    expect(await photos()).toBe(0);
  });

  test('a photo is sent no larger than 2,000 pixels', async () => {
    const size = await page.evaluate(`(async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 1500 });
      canvas.getContext('2d').fillRect(0, 0, 3000, 1500);
      const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
      const files = new DataTransfer();
      files.items.add(new File([blob], 'wide.png', { type: 'image/png' }));
      const input = document.querySelector('input[type=file]');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      while (!document.querySelector('fieldset img')) await new Promise(requestAnimationFrame);
      const image = document.querySelector('fieldset img');
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    })()`);
    expect(size).toEqual([2_000, 1_000]);
  });

  test('what is no image is said to be none', async () => {
    const words = { name: 'words.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('words') };
    await page.getByLabel(/Add photos/).setInputFiles(words);
    await page.getByText('This file could not be read as an image.').waitFor();
    expect(await photos()).toBe(1);
  });

  test('a photo more than a report has is said to be left out', async () => {
    const last = { ...photo(4), name: 'last.png' };
    await page.getByLabel(/Add photos/).setInputFiles([photo(1), photo(2), photo(3), last]);
    await expect.poll(photos).toBe(4);
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toBe('last.png: Left out; a report has 4 photos at most.');
  });
});
