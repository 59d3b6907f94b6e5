import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { furnish } from './furnish.ts';
import { picturesOf, setStage, type Stage } from './stage.ts';

const created = z.object({ id: z.string() });
const MANY = 505;

let stage: Stage;
let kim: Page;
let ana: Page;
let thing: string | undefined;
let zoo: string;
beforeAll(async () => {
  stage = await setStage();
  const { people } = stage;
  const open = async (room: object) => created.parse(await stage.api(people.ada, 'POST', '/rooms', room)).id;
  for (let n = 0; n < MANY; n += 5)
    await Promise.all([0, 1, 2, 3, 4].map((more) => open({ name: `Room ${String(1_000 + n + more)}` })));
  zoo = await open({ name: 'Zoology', building: 'Annex', floor: '3' });
  [thing] = await furnish(stage, ['LT-1']);
  kim = await (await stage.open(people.kim)).newPage();
  ana = await (await stage.open(people.ana)).newPage();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, { kim, ana });
});
afterAll(() => stage.stop());

describe('A room beyond those that a page is given', () => {
  test('is found where a thing is moved', async () => {
    await kim.goto(`/equipment/${String(thing)}?do=moveEquipment`);
    const room = kim.getByRole('combobox', { name: 'Into which room?' });
    await room.fill('zoo');
    await kim.getByRole('option', { name: 'Zoology' }).click();
    await expect.poll(() => room.inputValue()).toBe('Zoology (Annex, 3)');
    await kim.getByRole('button', { name: 'Move', exact: true }).click();
    await kim.getByText('Annex, 3').waitFor();
  });

  test('is found among the filters of the register, and called by its name from the start', async () => {
    await kim.goto('/equipment');
    await kim.getByText('Filter', { exact: true }).click();
    await kim.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Room' }).click();
    await kim.getByRole('textbox', { name: 'Search', exact: true }).fill('zoo');
    await kim.getByRole('link', { name: 'Zoology' }).click();
    await kim.waitForURL(`**/equipment?room=${zoo}`);
    await kim.getByRole('row').filter({ hasText: 'LT-1' }).waitFor();
    await kim.reload();
    await kim.getByRole('link', { name: 'Zoology (Annex, 3)' }).waitFor();
    await kim.goto(`/queue?room=${zoo}`);
    await kim.getByRole('link', { name: 'Zoology (Annex, 3)' }).waitFor();
  });

  test('is found where a problem is reported', async () => {
    await ana.goto('/report');
    const room = ana.getByRole('combobox', { name: /where/i });
    await room.fill('annex');
    await ana.getByRole('option', { name: 'Zoology' }).click();
    await expect.poll(() => room.inputValue()).toBe('Zoology (Annex, 3)');
  });
});
