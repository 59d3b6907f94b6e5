import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { furnish } from './furnish.ts';
import { phone, picturesOf, setStage, type Stage } from './stage.ts';

const TERMS = 'I will bring it back in the condition in which I received it.';

let stage: Stage;
let laptop: string;
let kim: Page;
let ana: Page;

const shows = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible' });

beforeAll(async () => {
  stage = await setStage();
  const things = await furnish(stage, ['NL-0001']);
  laptop = things[0] ?? '';
  await stage.api(stage.people.ada, 'POST', '/settings/defineLoanTerms', { text: TERMS });
  kim = await (await stage.open(stage.people.kim)).newPage();
  ana = await (await stage.open(stage.people.ana, phone)).newPage();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, { kim, ana });
});
afterAll(() => stage.stop());

describe('a loan that is signed for', () => {
  test('Kim lends a laptop to Ana', async () => {
    await kim.goto(`/equipment/${laptop}`);
    await shows(kim.getByRole('heading', { name: 'ThinkPad T14' }));
    await kim.getByRole('link', { name: 'Check out', exact: true }).click();
    const dialog = kim.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Person' }).fill('Ana');
    await kim.getByRole('option', { name: /Ana Hart/ }).click();
    await dialog.getByLabel(/Due on/).fill('2030-01-31');
    await dialog.getByRole('button', { name: 'Check out' }).click();
    await shows(kim.getByText('Waits for a signature'));
    await shows(kim.getByRole('region', { name: 'Where', exact: true }).getByText('Ana Hart'));
  });

  test('Ana finds it on her home screen, reads the terms, and cannot accept without a signature', async () => {
    await ana.goto('/');
    await shows(ana.getByRole('heading', { name: '1 thing awaits your signature' }));
    await ana.getByRole('link', { name: 'Sign for it' }).click();
    await shows(ana.getByText(TERMS));
    await ana.getByRole('button', { name: 'Accept and sign' }).click();
    await shows(ana.getByText('Sign in the field, or type your name, before you accept.'));
  });

  test('Ana signs, and Kim sees it at once, with her signature', async () => {
    const field = ana.getByRole('img', { name: 'There is no signature yet.' });
    const box = await field.boundingBox();
    if (!box) throw new Error('there is nowhere to sign');
    await ana.mouse.move(box.x + 30, box.y + box.height / 2);
    await ana.mouse.down();
    for (let n = 1; n <= 12; n++)
      await ana.mouse.move(box.x + 30 + n * 15, box.y + box.height / 2 + (n % 2 === 0 ? 20 : -20));
    await ana.mouse.up();
    await ana.getByRole('button', { name: 'Accept and sign' }).click();
    await shows(ana.getByText('Signed. Thank you.'));
    await shows(kim.getByText('Signed for'));
    await shows(kim.getByRole('img', { name: /signature|Signed/i }));
  });

  test('Kim checks it in, and it is gone from Ana’s things', async () => {
    await ana.goto('/my-equipment');
    await shows(ana.getByText('NL-0001'));
    await kim.getByRole('link', { name: 'Check in', exact: true }).click();
    const dialog = kim.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Room' }).fill('Library');
    await kim.getByRole('option', { name: /Library Desk/ }).click();
    await dialog.getByRole('button', { name: 'Check in' }).click();
    await shows(kim.getByText('In stock'));
    await shows(ana.getByText('Nothing is lent to you.'));
  });

  test('its whole life stands on one page', async () => {
    await kim.goto(`/equipment/${laptop}`);
    const life = kim.getByRole('region', { name: /life|history|happened/i }).or(kim.locator('main'));
    for (const words of [/registered/i, /checked it out/, /signed for it/, /checked it in/])
      await expect.poll(() => life.first().innerText(), { timeout: 15_000 }).toMatch(words);
  });

  test('a ticket about it tells what else happened to it', async () => {
    await kim.goto(`/report?equipment=${laptop}`);
    await kim.getByLabel('What is the problem?').fill('The lid is loose');
    await kim.getByRole('combobox', { name: 'Where is it?' }).fill('Library');
    await kim.getByRole('option', { name: /Library Desk/ }).click();
    await kim.getByRole('button', { name: 'Send report' }).click();
    await kim.waitForURL(/\/tickets\/\d+/);
    await kim.getByText('What else happened to it').click();
    await shows(kim.getByRole('listitem').filter({ hasText: /Kim Larsen\s+checked it in/ }));
  });

  test('its repair is started for that ticket, which is offered', async () => {
    await kim.goto(`/equipment/${laptop}?do=startRepair`);
    const dialog = kim.getByRole('dialog');
    await dialog.getByRole('combobox', { name: /Ticket/ }).click();
    await kim.getByRole('option', { name: /#1 The lid is loose/ }).click();
    await dialog.getByRole('button', { name: 'Start a repair' }).click();
    await shows(kim.getByText('Repair since'));
    await kim.goto('/tickets/1');
    await kim.getByText('What else happened to it').click();
    await shows(kim.getByRole('listitem').filter({ hasText: /Kim Larsen\s+started a repair/ }));
  });
});
