import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { seeded } from '#cli/demo/random.ts';
import { picture } from '#cli/demo/scenes.ts';
import { desktop, setStage, type Stage } from '../stage.ts';

const found = z.object({ ticket: z.object({ ticketId: z.string() }) });

let stage: Stage;
let ana: Page;
let kim: Page;

const withoutScript = { ...desktop, javaScriptEnabled: false };

beforeAll(async () => {
  stage = await setStage();
  ana = await (await stage.open(null, withoutScript)).newPage();
  kim = await (await stage.open(stage.people.kim, withoutScript)).newPage();
}, 180_000);
afterAll(() => stage.stop());

const text = (page: Page, selector: string) => page.locator(selector).first().innerText();

describe('without JavaScript', () => {
  test('a refused sign-in keeps the address, a right one goes where it was asked for', async () => {
    await ana.goto('/report');
    await ana.getByLabel('Email').fill(stage.people.ana.email);
    await ana.getByLabel('Password', { exact: true }).fill('wrong');
    await ana.getByRole('button', { name: 'Sign in' }).click();
    expect(await ana.getByLabel('Email').inputValue()).toBe(stage.people.ana.email);
    expect(await text(ana, '[role=alert]')).toContain('do not belong together');
    await ana.getByLabel('Password', { exact: true }).fill(stage.password);
    await ana.getByRole('button', { name: 'Sign in' }).click();
    expect(new URL(ana.url()).pathname).toBe('/report');
  });

  test('a problem is reported with a photo', async () => {
    await ana.getByLabel('What is the problem?').fill('No sound in the theatre');
    await ana.getByLabel('Where is it?').selectOption({ label: `${stage.room} (Science Block, Ground)` });
    const buffer = picture('projector', seeded(5));
    await ana.getByLabel(/Photos/).setInputFiles({ name: 'p.png', mimeType: 'image/png', buffer });
    await ana.getByRole('button', { name: 'Send report' }).click();
    expect(new URL(ana.url()).pathname).toBe('/tickets/1');
    expect(await text(ana, 'h1')).toContain('No sound in the theatre');
    expect(await ana.getByRole('img', { name: 'Problem, image 1' }).count()).toBe(1);
  });

  test('a photo that is not taken is named, with why', async () => {
    await ana.goto('/report');
    await ana.getByLabel('What is the problem?').fill('Five pictures of the lectern');
    await ana.getByLabel('Where is it?').selectOption({ label: `${stage.room} (Science Block, Ground)` });
    const buffer = picture('projector', seeded(6));
    const photo = (name: string) => ({ name, mimeType: 'image/png', buffer });
    const words = { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('words') };
    await ana
      .getByLabel(/Photos/)
      .setInputFiles([photo('1.png'), words, photo('3.png'), photo('4.png'), photo('5.png')]);
    await ana.getByRole('button', { name: 'Send report' }).click();
    const told = await text(ana, 'main [role=status]');
    expect(told).toMatch(/arrived as #2.*\s+notes\.png: .*not an image.*\s+5\.png: .*4 photos at most/);
    expect(told).not.toMatch(/[134]\.png/);
    await ana.getByRole('link', { name: 'See the ticket' }).click();
    expect(await ana.getByRole('img', { name: /Problem, image/ }).count()).toBe(3);
  });

  test('a technician finds it, accepts it and changes its priority', async () => {
    await kim.goto('/queue');
    await kim.getByRole('link', { name: 'No sound in the theatre' }).click();
    await kim.getByRole('button', { name: 'Accept' }).click();
    expect(await text(kim, 'header:has(h1)')).toContain('Open');
    await kim.getByRole('link', { name: 'Change Priority' }).click();
    await kim.getByRole('combobox', { name: 'Priority' }).selectOption('Urgent');
    await kim.getByRole('button', { name: 'Save' }).click();
    expect(await text(kim, 'section:has(dl)')).toContain('Urgent');
  });

  test('a conflict is told with what has happened, and decided', async () => {
    await kim.goto('/tickets/1?do=prioritise');
    const tab = await kim.context().newPage();
    await tab.goto('/tickets/1?do=prioritise');
    await tab.getByRole('combobox', { name: 'Priority' }).selectOption('High');
    await tab.getByRole('button', { name: 'Save' }).click();
    await kim.getByRole('combobox', { name: 'Priority' }).selectOption('Low');
    await kim.getByRole('button', { name: 'Save' }).click();
    expect(await text(kim, '[role=alert]:has(button)')).toMatch(/Somebody was faster[\s\S]*Kim[\s\S]*High/);
    await kim.getByRole('combobox', { name: 'Priority' }).selectOption('Low');
    await kim.getByRole('button', { name: 'Keep mine' }).click();
    expect(await text(kim, 'section:has(dl)')).toContain('Low');
  });

  test('a refused form comes back with its words, and with the fault beside the field', async () => {
    await kim.goto('/tickets/1?do=putOnHold');
    const form = await kim.getByLabel('What are we waiting for?').boundingBox();
    expect(form?.y).toBeLessThan(kim.viewportSize()?.height ?? 0);
    await kim.getByLabel('What are we waiting for?').fill('The spare amplifier');
    await kim.getByLabel('Until').fill('2020-01-01T10:00');
    await kim.getByRole('button', { name: 'Put on hold' }).click();
    expect(await text(kim, 'dialog [role=alert]')).toContain('This moment has passed already.');
    expect(await kim.getByLabel('What are we waiting for?').inputValue()).toBe('The spare amplifier');

    await kim.getByLabel('What are we waiting for?').fill(' ');
    await kim.getByRole('button', { name: 'Put on hold' }).click();
    expect(await kim.getByLabel('What are we waiting for?').getAttribute('aria-invalid')).toBe('true');
  });

  test('a relation is taken back on the ticket that made it', async () => {
    const ask = (method: string, path: string, body?: unknown) =>
      stage.api(stage.people.kim, method, path, body);
    const idOf = async (number: number) =>
      found.parse(await ask('GET', `/tickets/${number}`)).ticket.ticketId;
    await ask('POST', `/tickets/${await idOf(2)}/relate`, { ticketId: await idOf(1) });
    await kim.goto('/tickets/1');
    await kim.getByRole('button', { name: 'Unrelate #2' }).click();
    expect(await text(kim, 'h1')).toContain('Five pictures of the lectern');
    await kim.goto('/tickets/1');
    expect(await kim.getByRole('link', { name: /Five pictures/ }).count()).toBe(0);
  });

  test('an answer is written, the ticket resolved, accepted and rated', async () => {
    await kim.goto('/tickets/1');
    await kim.getByLabel('Write an answer').fill('The amplifier was off.');
    await kim.getByRole('button', { name: 'Send', exact: true }).click();
    expect(await text(kim, 'ol[aria-live]')).toContain('The amplifier was off.');
    await kim.goto('/tickets/1?do=resolve');
    await kim.getByLabel('What was done').fill('Switched it on.');
    await kim.getByRole('button', { name: 'Resolve' }).last().click();
    await ana.goto('/tickets/1');
    await ana.getByRole('button', { name: 'Yes, it is solved' }).click();
    await ana.getByRole('radio', { name: /Good/ }).first().check({ force: true });
    await ana.getByRole('button', { name: 'Send rating' }).click();
    expect(await text(ana, 'main')).toContain('Thank you for your rating.');
  });

  test('two points of the history are compared', async () => {
    await kim.goto('/tickets/1/history?with=0&at=3');
    expect(await text(kim, 'table')).toMatch(/Status[\s\S]*New[\s\S]*Open/);
  });
});
