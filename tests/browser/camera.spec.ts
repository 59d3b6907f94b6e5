import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, required } from '#tests/setup/needs.ts';
import { waitUntilAlive } from './alive.ts';
import { filmOf } from './film.ts';
import { furnish } from './furnish.ts';
import { phone, setStage, type Account, type Stage } from './stage.ts';

const FAKE = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
const REFUSING = ['--use-fake-ui-for-media-stream=deny', '--use-fake-device-for-media-stream'];

/** A browser that reads no codes by itself, and remembers what it has lent of its camera. */
const PREPARE = `
  delete globalThis.BarcodeDetector;
  globalThis.lent = [];
  const devices = navigator.mediaDevices;
  const getUserMedia = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    const stream = await getUserMedia(wanted);
    lent.push(...stream.getTracks());
    return stream;
  };`;
/** Longer than a label may leave the picture and still be the same. */
const SEEN_FOR_SECONDS = 3;
const LENT = 'lent.map(({ readyState }) => readyState)';

let stage: Stage;
let things: string[];
let directory: string;
let film: string;
const browsers: Browser[] = [];

beforeAll(async () => {
  stage = await setStage();
  things = await furnish(stage, ['CAM-1', 'CAM-2']);
  directory = mkdtempSync(join(tmpdir(), 'daybook-camera-'));
  film = `--use-file-for-fake-video-capture=${join(directory, 'label.y4m')}`;
  writeFileSync(join(directory, 'label.y4m'), filmOf(`${stage.origin}/t/CAM-1`));
}, 180_000);
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await stage.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** A phone of somebody who has signed in, with a Chromium of its own. */
async function phoneOf(who: Account, camera: readonly string[]): Promise<BrowserContext> {
  const executablePath = required(findChromium, 'Chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...camera] });
  browsers.push(browser);
  const context = waitUntilAlive(await browser.newContext({ ...phone, baseURL: stage.origin }));
  const data = { email: who.email, password: stage.password };
  await context.request.post('/api/auth/login', { data });
  await context.addInitScript(PREPARE);
  return context;
}

describe('the camera', () => {
  let kims: BrowserContext;
  let kim: Page;
  const asked: URL[] = [];

  test('finds the thing of a label, and offers what can be done with it', async () => {
    kims = await phoneOf(stage.people.kim, [...FAKE, film]);
    kims.on('request', (request) => asked.push(new URL(request.url())));
    kim = await kims.newPage();
    await kim.goto('/scan');
    await kim.waitForURL('**/scan?tag=CAM-1');
    const found = kim.getByRole('article', { name: 'ThinkPad T14' });
    await found.waitFor();
    expect(await found.innerText()).toMatch(/CAM-1[\s\S]*In stock[\s\S]*In Lecture Theatre A/);
    expect(await found.getByRole('link').allInnerTexts()).toEqual([
      'Report a problem',
      'Check out',
      'Open page',
    ]);
  });

  test('reads with what the desk serves by itself, as its content policy wants it', async () => {
    const wasm = asked.filter(({ pathname }) => pathname.endsWith('.wasm'));
    expect(wasm).toHaveLength(1);
    const elsewhere = asked.filter(({ protocol, origin }) => protocol !== 'blob:' && origin !== stage.origin);
    expect(elsewhere).toEqual([]);
    const page = await kims.request.get('/scan');
    expect(page.headers()['content-security-policy']).toMatch(/script-src 'self' 'wasm-unsafe-eval'/);
  });

  test('is stopped and started by hand, and goes off with the page', async () => {
    await kim.getByRole('button', { name: 'Stop the camera' }).click();
    expect(await kim.evaluate(LENT)).toEqual(['ended']);
    await kim.getByRole('button', { name: 'Start the camera' }).click();
    await expect.poll(() => kim.evaluate(LENT)).toEqual(['ended', 'live']);
    await kim.getByRole('link', { name: 'Check out' }).click();
    await kim.getByRole('dialog', { name: /Check out/ }).waitFor();
    expect(new URL(kim.url()).pathname).toBe(`/equipment/${things[0]}`);
    expect(await kim.evaluate(LENT)).toEqual(['ended', 'ended']);
  });

  test('leads from a label to a report about its thing', async () => {
    await kim.goto('/scan');
    await kim.getByRole('link', { name: 'Report a problem' }).click();
    await kim.waitForURL('**/report?equipment=CAM-1');
    await kim.getByRole('main').getByText('ThinkPad T14').first().waitFor();
  });

  test('counts a label once at a stock-take, however long it is in the picture', async () => {
    await kim.goto('/stocktakes?do=startStocktake');
    await kim.getByRole('dialog').getByRole('combobox', { name: 'Room' }).fill('Lecture');
    await kim.getByRole('option', { name: stage.room }).click();
    await kim.getByRole('dialog').getByRole('button', { name: 'Start' }).click();
    await kim.getByText('Belongs here').first().waitFor();
    await kim.getByText('1 of 2 found').first().waitFor();
    await kim.getByRole('heading', { name: 'Scans (1)' }).waitFor();
    const shown = () => kim.evaluate('document.querySelector("video").currentTime');
    await expect.poll(shown, { timeout: 10_000 }).toBeGreaterThan(SEEN_FOR_SECONDS);
    expect(await kim.getByText('Counted already').count()).toBe(0);
  });

  test('offers to take a lent thing back', async () => {
    const to = { kind: 'person', userId: stage.people.ana.id };
    const path = `/equipment/${things[0]}/checkOut`;
    await stage.api(stage.people.kim, 'POST', path, { to, toBeAccepted: false });
    await kim.goto('/scan');
    const found = kim.getByRole('article', { name: 'ThinkPad T14' });
    await found.getByRole('link', { name: 'Check in' }).click();
    await kim.getByRole('dialog', { name: /Check in/ }).waitFor();
  });

  test('leads somebody who needs help to what the label tells them', async () => {
    const context = await phoneOf(stage.people.ana, [...FAKE, film]);
    const page = await context.newPage();
    await page.goto('/scan');
    await page.waitForURL('**/t/CAM-1');
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  test('says that codes cannot be read where the reader is out of reach, and lets the camera go', async () => {
    const context = await phoneOf(stage.people.kim, [...FAKE, film]);
    await context.route('**/*.wasm', (route) => route.abort());
    const page = await context.newPage();
    await page.goto('/scan');
    await page.getByText('Codes cannot be read now').waitFor();
    expect(await page.evaluate(LENT)).toEqual(['ended']);
    await context.unroute('**/*.wasm');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('article', { name: 'ThinkPad T14' }).waitFor();
  });
});

describe('without the camera', () => {
  const cases = [
    { why: 'may not be used', says: 'The camera may not be used', camera: REFUSING, asks: true },
    {
      why: 'is not there',
      says: 'There is no camera',
      camera: ['--use-fake-ui-for-media-stream'],
      asks: false,
    },
  ];
  test.for(cases)('that $why it is said so, and the tag is typed', async ({ says, camera, asks }) => {
    const page = await (await phoneOf(stage.people.kim, camera)).newPage();
    await page.goto('/scan');
    if (asks) await page.getByRole('button', { name: 'Start the camera' }).click();
    await page.getByText(says).waitFor();
    await page.getByLabel('Tag', { exact: true }).fill('cam-2');
    await page.getByRole('button', { name: 'Look up' }).click();
    const found = page.getByRole('article', { name: 'ThinkPad T14' });
    await found.waitFor();
    expect(await found.innerText()).toContain('In Lecture Theatre A');
  });
});
