import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { furnish } from './furnish.ts';
import { openGateway, type Gateway } from './gateway.ts';
import { phone, picturesOf, setStage, type Account, type Stage } from './stage.ts';

const TAGS = ['OF-01', 'OF-02', 'OF-03', 'OF-04'];
const WAITS = 'navigator.serviceWorker.getRegistration().then((it) => it.waiting !== null)';
const listed = z.object({ items: z.array(z.object({ roomId: z.string(), name: z.string() })) });
const created = z.object({ id: z.string() });

let stage: Stage;
let gateway: Gateway;
let path: string;
let kims: BrowserContext;
let kim: Page;

const signIn = async (context: BrowserContext, { email }: Account): Promise<void> => {
  const data = { email, password: stage.password };
  await context.request.post(`${gateway.origin}/api/auth/login`, { data });
};
const scan = async (text: string): Promise<void> => {
  await kim.getByLabel('Tag', { exact: true }).fill(text);
  await kim.getByRole('button', { name: 'Count', exact: true }).click();
};
const shows = (text: string | RegExp): Promise<void> => kim.getByText(text).first().waitFor();
/** What is kept in Kim's browser for anybody: their pages, and how many scans these know of. */
const kept = (): Promise<unknown> =>
  kim.evaluate(`(async () => {
    const found = {};
    for (const name of (await caches.keys()).filter((it) => it.startsWith('daybook-kept-')))
      for (const { url } of await (await caches.open(name)).keys()) {
        const entry = await caches.match(url);
        const isRow = url.endsWith('.json');
        found[new URL(url).pathname] = isRow ? (await entry.json()).scans.length : entry.status;
      }
    return found;
  })()`);
const isKeptWith = (scans: number) =>
  expect.poll(kept, { timeout: 15_000 }).toEqual({ [path]: 200, [`${path}/kept.json`]: scans });
const nothingIsKept = () => expect.poll(kept, { timeout: 15_000 }).toEqual({});

beforeAll(async () => {
  stage = await setStage();
  gateway = await openGateway(stage.origin);
  await furnish(stage, TAGS);
  const rooms = listed.parse(await stage.api(stage.people.kim, 'GET', '/rooms')).items;
  const roomId = rooms.find(({ name }) => name === stage.room)?.roomId;
  const { id } = created.parse(await stage.api(stage.people.kim, 'POST', '/stocktakes', { roomId }));
  path = `/stocktakes/${id}`;
  kims = await stage.open(null, { ...phone, baseURL: gateway.origin });
  await signIn(kims, stage.people.kim);
  kim = await kims.newPage();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, { kim });
});
afterAll(async () => {
  await gateway.stop();
  await stage.stop();
});

describe('a stock-take where there is no connection', () => {
  test('is kept from when it was opened, with what was counted since', async () => {
    await kim.goto(`${gateway.origin}/stocktakes`);
    await kim.getByRole('link', { name: new RegExp(stage.room) }).click();
    await scan('OF-01');
    await shows('1 of 4 found');
    await isKeptWith(1);
  });

  test('opens again, with its list, what was counted and what waits', async () => {
    gateway.cut();
    await scan('OF-02');
    const input = { scanId: crypto.randomUUID(), text: 'OF-04' };
    await stage.api(stage.people.lee, 'POST', `${path}/scan`, input);
    await kim.reload();
    await shows('2 of 4 found');
    await kim.getByRole('heading', { name: 'Still missing (2)' }).waitFor();
    await shows(/1 scan waits on this device/);
    expect(await kim.getByText('not sent yet').count()).toBe(1);
  });

  test('is counted on, also in another tab', async () => {
    await scan('OF-03');
    await shows('3 of 4 found');
    await kim.close();
    kim = await kims.newPage();
    await kim.goto(`${gateway.origin}${path}`);
    await shows('3 of 4 found');
  });

  test('is offered where another page cannot be had', async () => {
    await kim.goto(`${gateway.origin}/queue`, { waitUntil: 'load' });
    await kim.getByRole('heading', { name: 'No connection' }).waitFor();
    await kim.getByRole('link', { name: `Stock-take of ${stage.room}` }).click();
    await shows('3 of 4 found');
  });

  test('sends what waited, and knows what others counted, when the connection is back', async () => {
    gateway.mend();
    await expect
      .poll(
        () =>
          kim
            .getByText(/of 4 found/)
            .first()
            .innerText(),
        { timeout: 20_000 },
      )
      .toBe('4 of 4 found');
    await expect.poll(() => kim.getByText('not sent yet').count(), { timeout: 15_000 }).toBe(0);
    await kim.reload();
    await shows('4 of 4 found');
    await isKeptWith(4);
  });
});

describe('what is kept of a stock-take', () => {
  const isOutOfReach = async (): Promise<void> => {
    gateway.cut();
    const page = await kims.newPage();
    await expect(page.goto(`${gateway.origin}${path}`, { waitUntil: 'load' })).rejects.toThrow(/ERR_/);
    await page.close();
    gateway.mend();
  };

  test('is kept anew with an update of the portal, never of two builds', async () => {
    const browser = await kims.newCDPSession(kim);
    await browser.send('ServiceWorker.enable');
    gateway.update();
    await kim.evaluate('navigator.serviceWorker.getRegistration().then((it) => it.update()).then(() => {})');
    const builds = async () => {
      // Browsers stop a worker that has nothing to do, and then the next takes over; not under a debugger.
      if (await kim.evaluate(WAITS)) await browser.send('ServiceWorker.stopAllWorkers');
      return kim.evaluate('caches.keys().then((all) => all.filter((it) => /portal/.test(it)))');
    };
    await expect.poll(builds, { timeout: 15_000 }).toEqual(['daybook-portal-1']);
    await isKeptWith(4);
  });

  test('is gone for whoever signs in after it, even without a signing out', async () => {
    await signIn(kims, stage.people.lee);
    await kim.goto(`${gateway.origin}/stocktakes`);
    await nothingIsKept();
    await isOutOfReach();
  });

  test('is gone with the signing out', async () => {
    await kim.goto(`${gateway.origin}${path}`);
    await isKeptWith(4);
    await kim
      .getByRole('banner')
      .getByLabel(/Account/)
      .click();
    await kim.getByRole('button', { name: 'Sign out' }).click();
    await kim.waitForURL('**/sign-in');
    await nothingIsKept();
    await isOutOfReach();
  });

  test('is gone when it is finished, and what is only read is not kept', async () => {
    await signIn(kims, stage.people.audrey);
    await kim.goto(`${gateway.origin}${path}`);
    await shows('4 of 4 found');
    await signIn(kims, stage.people.kim);
    await kim.goto(`${gateway.origin}${path}`);
    await isKeptWith(4);
    await stage.api(stage.people.lee, 'POST', `${path}/finishStocktake`, {});
    await shows('Finished');
    await nothingIsKept();
  });
});
