import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { setScene } from './scene.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
let kim: Page;
beforeAll(async () => {
  stage = await setStage();
  await setScene(stage);
  kim = await (await stage.open(null)).newPage();
}, 180_000);
afterAll(() => stage.stop());

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await kim.keyboard.press(key);
};

/** What has the focus, by what it is called, and whether that can be seen. */
const FOCUS = `(() => {
  const it = document.activeElement;
  const outlined = ({ outlineStyle, outlineWidth, boxShadow }) =>
    (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  const seen = outlined(getComputedStyle(it)) || outlined(getComputedStyle(it, '::after'));
  const around = it.closest('label')?.matches(':has(:focus-visible)') ?? false;
  const name = it.getAttribute('aria-label') ?? it.labels?.[0]?.innerText ?? it.innerText ?? '';
  return { tag: it.tagName, name: name.trim(), seen: seen || around };
})()`;
const focus = (): Promise<{ tag: string; name: string; seen: boolean }> => kim.evaluate(FOCUS);
const path = () => expect.poll(() => new URL(kim.url()).pathname, { timeout: 10_000 });

const live = (): Promise<void> =>
  kim.getByText('Live', { exact: true }).filter({ visible: true }).first().waitFor();

async function openFirst(): Promise<void> {
  const title = await kim.locator('[data-row-link]').first().innerText();
  await press('j');
  await expect.poll(async () => (await focus()).name, { timeout: 5_000 }).toBe(title);
  await press('Enter');
}

describe('with the keyboard alone', () => {
  test('Kim signs in', async () => {
    await kim.goto('/sign-in');
    await kim.getByLabel('Email').waitFor();
    for (let n = 0; n < 10 && (await focus()).tag !== 'INPUT'; n++) await press('Tab');
    await kim.keyboard.type(stage.people.kim.email);
    await press('Tab');
    await kim.keyboard.type(stage.password);
    await press('Enter');
    await path().toBe('/queue');
  });

  test('the first Tab offers to skip to the content, and every stop of the focus can be seen', async () => {
    await kim.goto('/queue');
    await live();
    await press('Tab');
    expect((await focus()).name).toBe('Skip to content');
    for (let n = 0; n < 25; n++) {
      const { tag, name, seen } = await focus();
      expect(seen || tag === 'BODY', `${tag} ${name}`).toBe(true);
      await press('Tab');
    }
  });

  test('j and k move along the queue, and Enter opens the ticket', async () => {
    await kim.goto('/queue');
    await live();
    const titles = await kim.locator('[data-row-link]').allInnerTexts();
    const focused = () => expect.poll(async () => (await focus()).name, { timeout: 5_000 });
    await press('j');
    await focused().toBe(titles[0]);
    await press('j');
    await focused().toBe(titles[1]);
    await press('k');
    await focused().toBe(titles[0]);
    await press('Enter');
    await path().toMatch(/^\/tickets\/\d$/);
    await kim.getByRole('heading', { name: titles[0] ?? '' }).waitFor();
  });

  test('c writes an answer, u goes back, h opens the history and the arrows move through it', async () => {
    await kim.goto('/queue');
    await live();
    await openFirst();
    await path().toMatch(/^\/tickets\/\d$/);
    const { pathname } = new URL(kim.url());
    await live();
    await press('c');
    await kim.keyboard.type('From the keyboard');
    await press('Control+Enter');
    await kim.getByRole('main').getByText('From the keyboard').first().waitFor();
    await kim.getByRole('heading', { level: 1 }).click();
    await press('h');
    await path().toBe(`${pathname}/history`);
    const slider = kim.getByRole('slider', { name: 'Point in the history' });
    await slider.focus();
    const newest = await slider.inputValue();
    await press('ArrowLeft');
    expect(Number(await slider.inputValue())).toBe(Number(newest) - 1);
    await kim.goto('/queue');
    await live();
    await openFirst();
    await path().toBe(pathname);
    await kim.getByLabel('Write an answer').waitFor();
    await press('u');
    await path().toBe('/queue');
  });

  test('x selects, a assigns them all, and Escape closes what is open', async () => {
    await kim.goto('/queue');
    await live();
    await press('j', 'x', 'j', 'x', 'a');
    const dialog = kim.getByRole('dialog');
    await dialog.getByText('Assign 2 tickets').waitFor();
    await press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await press('a');
    await dialog.getByRole('combobox').focus();
    await kim.keyboard.type('Lee');
    await kim.getByRole('option', { name: /Lee Okoro/ }).waitFor();
    await press('ArrowDown', 'Enter');
    for (let n = 0; n < 6 && !/^Assign/.test((await focus()).name); n++) await press('Tab');
    await press('Enter');
    await kim.getByText('2 tickets were changed.').waitFor();
    await expect
      .poll(() => kim.getByRole('row').filter({ hasText: 'Lee Okoro' }).count(), { timeout: 10_000 })
      .toBe(2);
  });

  test('Control and K jump to a ticket', async () => {
    await press('Control+k');
    await kim.getByRole('dialog').waitFor();
    await kim.keyboard.type('#3');
    await kim.getByRole('option', { name: /New headset/ }).waitFor();
    await press('Enter');
    await path().toBe('/tickets/3');
  });
});
