import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { desktop, phone, picturesOf, setStage, type Stage } from './stage.ts';

const SECRET = 'words that Nia put together';

let stage: Stage;
const pages: Record<string, Page> = {};
beforeAll(async () => {
  stage = await setStage({ REGISTRATION: 'true' });
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, pages);
});
afterAll(() => stage.stop());

interface Applicant {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

async function apply(page: Page, { name, email, password }: Applicant): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create an account' }).click();
}
const entered = async (page: Page): Promise<string[]> => [
  await page.getByLabel('Your name').inputValue(),
  await page.getByLabel('Email address').inputValue(),
];

const ways = [
  { way: 'on a phone', options: phone },
  { way: 'without script', options: { ...desktop, javaScriptEnabled: false } },
];

describe('Whoever has no account', () => {
  test.for(ways)('makes one $way, loses nothing to what is refused, and is in', async ({ way, options }) => {
    const page = await (await stage.open(null, options)).newPage();
    pages[way] = page;
    const email = `nia-${ways.findIndex((one) => one.way === way)}@stage.example`;
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.waitForURL('**/register');

    await apply(page, { name: 'Nia Okafor', email: stage.people.ana.email, password: SECRET });
    await page.getByText('There is a problem').waitFor();
    expect(await entered(page)).toEqual(['Nia Okafor', stage.people.ana.email]);

    await apply(page, { name: 'Nia Okafor', email, password: email.padEnd(12, '.') });
    await page.getByText('The password is the address.').waitFor();
    expect(await entered(page)).toEqual(['Nia Okafor', email]);

    await apply(page, { name: 'Nia Okafor', email, password: SECRET });
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('link', { name: 'Report a problem' }).first().waitFor();

    await page.goto('/register');
    expect(new URL(page.url()).pathname, 'whoever is signed in needs no account').toBe('/');
  });
});
