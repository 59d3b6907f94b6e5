import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish } from '../furnish.ts';
import { desktop, phone, setStage, type Stage } from '../stage.ts';

const withoutScript = { ...desktop, javaScriptEnabled: false };

let stage: Stage;
let things: string[];
let kim: Page;

beforeAll(async () => {
  stage = await setStage();
  const { people, api } = stage;
  things = await furnish(stage, ['HD-1', 'HD-2', 'HD-3']);
  await api(people.ada, 'POST', '/settings/defineLoanTerms', { text: 'I give it back.' });
  await api(people.ada, 'POST', '/settings/definePublicScan', { facts: ['name'], mayReport: true });
  const to = { kind: 'person', userId: people.ana.id };
  for (const id of things.slice(1)) await api(people.kim, 'POST', `/equipment/${id}/checkOut`, { to });
  kim = await (await stage.open(people.kim, withoutScript)).newPage();
}, 180_000);
afterAll(() => stage.stop());

const text = (page: Page, selector = 'main') => page.locator(selector).first().innerText();

describe('without JavaScript', () => {
  test('a typed tag finds its thing, also in other letters', async () => {
    await kim.goto('/scan');
    await kim.getByLabel('Tag', { exact: true }).fill('hd-1');
    await kim.getByRole('button', { name: 'Look up' }).click();
    expect(await text(kim, 'article')).toMatch(/HD-1[\s\S]*In stock[\s\S]*ThinkPad[\s\S]*In Lecture Theatre/);
    await kim.goto('/scan?tag=HD-9');
    expect(await text(kim)).toContain('Nothing has the tag HD-9');
  });

  test('a stock-take is started, scanned, undone, finished and decided', async () => {
    await kim.goto('/stocktakes?do=startStocktake');
    await kim.getByLabel('Room').selectOption({ label: `${stage.room} (Science Block, Ground)` });
    await kim.getByRole('button', { name: 'Start' }).click();
    expect(await text(kim)).toContain('0 of 1 found');
    await kim.getByLabel('Tag', { exact: true }).fill('HD-1');
    await kim.getByRole('button', { name: 'Count' }).click();
    expect(await text(kim)).toMatch(/1 of 1 found[\s\S]*Belongs here/);
    await kim.getByRole('button', { name: 'Undo the scan of HD-1' }).click();
    expect(await text(kim)).toMatch(/0 of 1 found[\s\S]*undone/);
    await kim.getByRole('link', { name: 'Finish', exact: true }).click();
    await kim.getByRole('dialog').getByRole('button', { name: 'Finish' }).click();
    expect(await text(kim)).toContain('Missing (1)');
    await kim.getByRole('button', { name: 'Report missing: HD-1' }).click();
    expect(await text(kim)).toContain('Reported missing');
  });

  test('a visitor sees what is public, signs in and is back to report it', async () => {
    const visitor = await (await stage.open(null, withoutScript)).newPage();
    await visitor.goto('/t/hd-2');
    expect(await text(visitor)).toContain('ThinkPad T14');
    expect(await text(visitor)).not.toContain('Laptops');
    await visitor.getByRole('link', { name: 'Sign in to report a problem' }).click();
    await visitor.getByLabel('Email').fill(stage.people.lee.email);
    await visitor.getByLabel('Password', { exact: true }).fill(stage.password);
    await visitor.getByRole('button', { name: 'Sign in' }).click();
    expect(new URL(visitor.url()).pathname + new URL(visitor.url()).search).toBe('/scan?tag=hd-2');
    await visitor.getByRole('link', { name: 'Report a problem' }).click();
    expect(await text(visitor)).toContain('ThinkPad T14');
  });

  test('a loan is declined with a reason', async () => {
    const ana = await (await stage.open(stage.people.ana, withoutScript)).newPage();
    await ana.goto(`/my-equipment/${things[1]}?do=declineCheckout`);
    await ana.getByLabel('Why do you decline?').fill('The lid is broken.');
    await ana.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
    expect(new URL(ana.url()).pathname).toBe('/my-equipment');
    expect(await text(ana)).not.toContain('HD-2');
  });

  test('what visitors see is chosen', async () => {
    const ada = await (await stage.open(stage.people.ada, withoutScript)).newPage();
    await ada.goto('/settings?do=definePublicScan');
    await ada.getByLabel('Its name').uncheck();
    await ada.getByLabel('The room it is in').check();
    await ada.getByRole('button', { name: 'Save' }).click();
    expect(await text(ada, 'main dl')).toMatch(/The room it is in[\s\S]*Offered/);
  });
});

test('a name that is typed signs for a loan', async () => {
  const ana = await (await stage.open(stage.people.ana, phone)).newPage();
  await ana.goto(`/my-equipment/${things[2]}`);
  await ana.locator('html[data-alive]').waitFor();
  await ana.getByRole('img', { name: 'There is no signature yet.' }).waitFor();
  await ana.getByLabel(/type your name/).pressSequentially('Ana Hart');
  await ana.getByRole('img', { name: 'There is a signature.' }).waitFor();
  await ana.getByRole('button', { name: 'Accept and sign' }).press('Enter');
  await ana.getByText('Signed. Thank you.').waitFor();
  await ana.goto('/my-equipment');
  expect(await text(ana)).toMatch(/HD-3[\s\S]*Signed for/);
});
