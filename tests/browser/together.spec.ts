import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { setScene } from './scene.ts';
import { phone, picturesOf, setStage, type Stage } from './stage.ts';

const listed = z.object({ items: z.array(z.looseObject({ roomId: z.string() })) });
const opened = z.object({ number: z.number() });

let stage: Stage;
let kim: Page;
let lee: Page;
let ada: Page;
beforeAll(async () => {
  stage = await setStage();
  await setScene(stage);
  const { people } = stage;
  kim = await (await stage.open(people.kim)).newPage();
  lee = await (await stage.open(people.lee)).newPage();
  ada = await (await stage.open(people.ada, phone)).newPage();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, { kim, lee, ada });
});
afterAll(() => stage.stop());

const counts = (page: Page, view: string) =>
  expect.poll(() => page.getByRole('link', { name: view }).first().innerText(), { timeout: 10_000 });

async function report(title: string): Promise<number> {
  const [room] = listed.parse(await stage.api(stage.people.ana, 'GET', '/rooms')).items;
  const answer = await stage.api(stage.people.ana, 'POST', '/tickets', { title, roomId: room?.roomId });
  return opened.parse(answer).number;
}

describe('two technicians', () => {
  test('who accept the same ticket: one has it, and the other is told who', async () => {
    const number = await report('The lectern does not start');
    for (const page of [kim, lee]) {
      await page.goto(`/tickets/${number}`);
      await page.getByText('Live', { exact: true }).first().waitFor();
    }
    await lee.route('**/accept', async (route) => {
      await kim.getByRole('button', { name: 'Accept' }).click();
      await kim.getByRole('link', { name: 'Resolve', exact: true }).waitFor();
      await kim.getByRole('button', { name: 'Accept' }).waitFor({ state: 'hidden' });
      await route.continue();
    });
    await lee.getByRole('button', { name: 'Accept' }).click();
    await lee.getByText('Kim Larsen was faster and accepted the ticket.').waitFor();
    await lee.getByRole('button', { name: 'Accept' }).waitFor({ state: 'hidden' });
  });

  test('see the counts of the views go on while they are in a ticket', async () => {
    await counts(lee, 'Unassigned').toMatch(/\D0$/);
    await report('The clock is late');
    await counts(lee, 'Unassigned').toMatch(/\D1$/);
  });
});

describe('an administrator on a phone', () => {
  test('reaches the end of a form that is longer than the window, and it stays closed after', async () => {
    await ada.goto('/categories?do=createCategory');
    const form = ada.getByRole('dialog');
    await form.getByLabel('Name', { exact: true }).fill('Copiers');
    for (const label of ['Tray', 'Pages', 'Colour', 'Paper', 'Since']) {
      await form.getByRole('button', { name: 'Add a field' }).click();
      await form.getByRole('textbox', { name: 'Label' }).last().fill(label);
    }
    await form.getByRole('button', { name: 'Save' }).click();
    await ada.getByRole('link', { name: /Copiers/ }).waitFor();
    expect(await form.count()).toBe(0);
  });

  test('reads beside the field that an address is taken', async () => {
    await ada.goto('/people?do=registerUser');
    const form = ada.getByRole('dialog');
    await form.getByLabel('Name', { exact: true }).fill('Kim the Second');
    await form.getByLabel('Email address').fill(stage.people.kim.email);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('This is taken already.').waitFor();
    expect(await form.getByLabel('Email address').getAttribute('aria-invalid')).toBe('true');
  });
});
