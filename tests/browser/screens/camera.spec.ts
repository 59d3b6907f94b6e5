import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import QRCode from 'qrcode';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, required } from '#tests/setup/needs.ts';
import { furnish } from '../furnish.ts';
import { phone, setStage, type Stage } from '../stage.ts';

const [WIDTH, HEIGHT, DOT] = [640, 480, 10];

/** A second of YUV4MPEG2 video that shows nothing but the code of a text. */
function filmOf(text: string): Buffer {
  const { modules } = QRCode.create(text);
  const luma = Buffer.alloc(WIDTH * HEIGHT, 235);
  const [left, top] = [WIDTH, HEIGHT].map((side) => (side - modules.size * DOT) >> 1) as [number, number];
  for (let row = 0; row < modules.size * DOT; row++)
    for (let column = 0; column < modules.size * DOT; column++)
      if (modules.get(Math.floor(row / DOT), Math.floor(column / DOT)))
        luma[(top + row) * WIDTH + left + column] = 16;
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F20:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, ...Array.from({ length: 20 }, () => frame)]);
}

let stage: Stage;
let browser: Browser;
let directory: string;

beforeAll(async () => {
  stage = await setStage();
  await furnish(stage, ['CAM-1']);
  directory = mkdtempSync(join(tmpdir(), 'daybook-camera-'));
  const film = join(directory, 'label.y4m');
  writeFileSync(film, filmOf('https://desk.example/t/CAM-1'));
  const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
  const executablePath = required(findChromium, 'Chromium');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...camera] });
}, 180_000);
afterAll(async () => {
  await browser.close();
  await stage.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function scanning(permissions: readonly string[]): Promise<Page> {
  const options = { ...phone, baseURL: stage.origin, permissions: [...permissions] };
  const context = await browser.newContext(options);
  const data = { email: stage.people.kim.email, password: stage.password };
  await context.request.post('/api/auth/login', { data });
  const page = await context.newPage();
  await page.goto('/scan');
  await page.locator('html[data-alive]').waitFor();
  return page;
}

describe('the camera', () => {
  test('leads from a label to its thing', async () => {
    const page = await scanning(['camera']);
    await page.waitForURL('**/scan?tag=CAM-1');
    await page.getByRole('heading', { name: 'ThinkPad T14' }).waitFor();
    expect(await page.getByRole('article').innerText()).toContain('CAM-1');
  });

  test('that may not be used is said so, and the tag is typed', async () => {
    const page = await scanning([]);
    await page.getByRole('button', { name: 'Start the camera' }).click();
    await page.getByText('The camera may not be used').waitFor();
    await page.getByLabel('Tag', { exact: true }).fill('cam-1');
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.getByRole('heading', { name: 'ThinkPad T14' }).waitFor();
    expect(await page.getByRole('article').innerText()).toContain('In Lecture Theatre A');
  });
});
