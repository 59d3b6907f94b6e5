import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { picture } from '#cli/demo/scenes.ts';
import { seeded } from '#cli/demo/random.ts';
import { phone, picturesOf, setStage, type Stage } from './stage.ts';

const TITLE = 'The projector shows only pink';
const DETAILS = 'Since this morning, from every laptop.';
const ANSWER = 'I am on my way with another cable.';
const NOTE = 'Third time this term; order a spare.';
const RESOLUTION = 'Replaced the cable behind the wall plate.';
const photo = { name: 'projector.png', mimeType: 'image/png', buffer: picture('projector', seeded(3)) };

let stage: Stage;
let ana: Page;
let kim: Page;
let lee: Page;

const shows = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible' });
const texts = (locator: Locator) => expect.poll(() => locator.allInnerTexts(), { timeout: 15_000 });
const rowOf = (page: Page): Locator => page.getByRole('row').filter({ hasText: TITLE });
const fact = (page: Page, label: string): Locator =>
  page.getByRole('region', { name: 'Facts' }).locator('dl > div').filter({ hasText: label }).first();

beforeAll(async () => {
  stage = await setStage();
  const { people } = stage;
  ana = await (await stage.open(null, phone)).newPage();
  kim = await (await stage.open(people.kim)).newPage();
  lee = await (await stage.open(people.lee)).newPage();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, { ana, kim, lee });
});
afterAll(() => stage.stop());

describe('from report to resolution', () => {
  test('Ana signs in on her phone', async () => {
    await ana.goto('/');
    await ana.getByLabel('Email').fill(stage.people.ana.email);
    await ana.getByLabel('Password', { exact: true }).fill(stage.password);
    await ana.getByRole('button', { name: 'Sign in' }).click();
    await shows(ana.getByRole('heading', { name: /Hello, Ana/ }));
  });

  test('Kim watches the queue', async () => {
    await kim.goto('/queue');
    await shows(kim.getByText('Live', { exact: true }));
  });

  test('Ana reports a problem with a photo, and it arrives in front of Kim', async () => {
    await ana.getByRole('link', { name: 'Report a problem' }).first().click();
    await ana.getByLabel('What is the problem?').fill(TITLE);
    await ana.getByLabel('Where is it?').first().fill('Theatre');
    await ana.getByRole('option', { name: stage.room }).click();
    await ana.getByLabel('Tell us more').fill(DETAILS);
    await ana.getByLabel(/Add photos/).setInputFiles(photo);
    await shows(ana.getByRole('img', { name: 'Photo 1' }));
    await ana.getByRole('radio', { name: /I cannot do my work/ }).check({ force: true });
    expect(await rowOf(kim).count()).toBe(0);

    await ana.getByRole('button', { name: 'Send report' }).click();
    await shows(rowOf(kim));
    await texts(rowOf(kim)).toEqual([expect.stringMatching(/New[\s\S]*High[\s\S]*Ana Hart/)]);
    await shows(ana.getByText('We have your report.'));
    await shows(ana.getByRole('img', { name: /Problem, image 1/ }));
  });

  test('Kim accepts it, and Ana sees who works on it', async () => {
    await rowOf(kim).getByRole('link', { name: TITLE }).click();
    await shows(kim.getByRole('heading', { name: TITLE }));
    await shows(kim.getByRole('img', { name: /Problem, image 1/ }));
    await kim.getByRole('button', { name: 'Accept' }).click();
    await shows(ana.getByText('Kim Larsen is working on it.'));
  });

  test('Kim answers Ana and leaves a note that Ana never sees', async () => {
    await kim.getByRole('radio', { name: 'Internal note' }).check({ force: true });
    await kim.getByLabel('Write a note for the staff').fill(NOTE);
    await kim.getByRole('button', { name: 'Add note' }).click();
    await shows(kim.getByText(NOTE));
    await kim.getByRole('radio', { name: 'Answer' }).check({ force: true });
    await kim.getByLabel('Write an answer').fill(ANSWER);
    await kim.getByRole('button', { name: 'Send', exact: true }).click();
    await shows(ana.getByText(ANSWER));
    expect(await ana.getByText(NOTE).count()).toBe(0);
    expect(await ana.content()).not.toContain(NOTE);
  });

  test('Ana answers, and Kim keeps the draft that he is writing', async () => {
    await kim.getByLabel('Write an answer').fill('Half a sentence');
    await ana.getByLabel('Write an answer').fill('Thank you, the room is open.');
    await ana.getByRole('button', { name: 'Send', exact: true }).click();
    await shows(kim.getByText('Thank you, the room is open.'));
    expect(await kim.getByLabel('Write an answer').inputValue()).toBe('Half a sentence');
    await kim.getByLabel('Write an answer').fill('');
  });

  test('Lee changes the priority while Kim does: Kim is told who, what and when, and decides', async () => {
    await lee.goto(new URL(kim.url()).pathname);
    await kim.getByRole('link', { name: 'Change Priority' }).click();
    await kim.getByRole('combobox', { name: 'Priority' }).selectOption('Low');
    await lee.getByRole('link', { name: 'Change Priority' }).click();
    await lee.getByRole('combobox', { name: 'Priority' }).selectOption('Urgent');
    await lee.getByRole('button', { name: 'Save' }).click();
    await texts(fact(lee, 'Priority')).toEqual([expect.stringContaining('Urgent')]);

    await kim.getByRole('button', { name: 'Save' }).click();
    const notice = kim.getByRole('alert');
    await texts(notice).toEqual([
      expect.stringMatching(/Somebody was faster[\s\S]*Lee Okoro[\s\S]*changed the priority[\s\S]*Urgent/),
    ]);
    await notice.getByRole('button', { name: 'Keep mine' }).click();
    await texts(fact(kim, 'Priority')).toEqual([expect.stringContaining('Low')]);
    await texts(fact(lee, 'Priority')).toEqual([expect.stringContaining('Low')]);
  });

  test('changes of different things both go through', async () => {
    await kim.getByRole('link', { name: 'Change Category' }).click();
    await kim.getByRole('combobox', { name: 'Category' }).fill('Proj');
    await kim.getByRole('option', { name: stage.category }).click();
    await lee.getByRole('link', { name: 'Change Priority' }).click();
    await lee.getByRole('combobox', { name: 'Priority' }).selectOption('High');
    await lee.getByRole('button', { name: 'Save' }).click();
    await texts(fact(kim, 'Priority')).toEqual([expect.stringContaining('High')]);
    await kim.getByRole('button', { name: 'Save' }).click();
    await texts(fact(lee, 'Category')).toEqual([expect.stringContaining(stage.category)]);
    await texts(fact(lee, 'Priority')).toEqual([expect.stringContaining('High')]);
    expect(await kim.getByRole('alert').count()).toBe(0);
  });

  test('Kim resolves it, Ana accepts that and rates it', async () => {
    await kim.getByRole('link', { name: 'Resolve', exact: true }).click();
    await kim.getByLabel('What was done').fill(RESOLUTION);
    await kim.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click();
    await shows(ana.getByText('We think that it is solved. Is it?'));
    await shows(ana.getByText(RESOLUTION));
    await ana.getByRole('button', { name: 'Yes, it is solved' }).click();
    await shows(ana.getByText('This ticket is closed.'));
    await ana.getByRole('radio', { name: /Very good/ }).check({ force: true });
    await ana.getByRole('button', { name: 'Send rating' }).click();
    await shows(ana.getByText('Thank you for your rating.'));
  });

  test('the history tells all of it, and the slider goes back to the beginning', async () => {
    await kim.getByRole('link', { name: 'History' }).click();
    const story = kim
      .getByRole('heading', { name: 'Everything that happened' })
      .locator('..')
      .getByRole('listitem');
    for (const sentence of [
      /Ana Hart[\s\S]*reported this/,
      /Kim Larsen[\s\S]*accepted the ticket/,
      /Lee Okoro[\s\S]*changed the priority[\s\S]*Urgent/,
      /Kim Larsen[\s\S]*resolved the ticket/,
      /Ana Hart[\s\S]*rated the resolution/,
    ])
      await shows(story.filter({ hasText: sentence }));

    const stood = kim.getByRole('region', { name: 'As it stood' });
    await shows(stood.getByText('This is how it stands now.'));
    await texts(stood.locator('dl')).toEqual([expect.stringMatching(/Status\s+Closed/)]);
    const slider = kim.getByRole('slider', { name: 'Point in the history' });
    await slider.focus();
    await slider.press('Home');
    await texts(stood.locator('dl')).toEqual([
      expect.stringMatching(/Status\s+New[\s\S]*Nobody|Status\s+New/),
    ]);
    await texts(stood.locator('dl')).not.toEqual([expect.stringContaining('Kim Larsen')]);
  });

  test('two points of the history can be compared', async () => {
    const last = kim.getByRole('listitem').filter({ hasText: 'rated the resolution' });
    await last.getByRole('link', { name: 'Compare with' }).click();
    const comparison = kim.getByRole('table');
    await texts(comparison).toEqual([expect.stringMatching(/Status[\s\S]*New[\s\S]*Closed/)]);
    await texts(comparison).toEqual([expect.stringMatching(/Assignee[\s\S]*nothing[\s\S]*Kim Larsen/)]);
  });

  test('Ana reads her history without what is internal', async () => {
    const { pathname } = new URL(ana.url());
    await ana.goto(`${pathname}/history`);
    await shows(ana.getByText('reported this'));
    expect(await ana.content()).not.toContain(NOTE);
  });
});
