import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { furnish } from './furnish.ts';
import { picturesOf, setStage, type Stage } from './stage.ts';

const created = z.object({ id: z.string() });
const opened = z.object({ id: z.string(), number: z.number() });

let stage: Stage;
let kim: Page;
let ada: Page;
let laptops: readonly string[];
let main: string;
let annex: string;
beforeAll(async () => {
  stage = await setStage();
  const { people } = stage;
  const room = async (building: string): Promise<string> =>
    created.parse(
      await stage.api(people.ada, 'POST', '/rooms', { name: 'Seminar Room', building, floor: '2' }),
    ).id;
  [main, annex] = [await room('Main Building'), await room('Annex')];
  laptops = await furnish(stage, ['LT-1', 'LT-2', 'LT-3']);
  for (const [id, roomId] of [
    [laptops[0], main],
    [laptops[1], annex],
  ])
    await stage.api(people.kim, 'POST', `/equipment/${id}/moveEquipment`, { roomId });
  kim = await (await stage.open(people.kim)).newPage();
  ada = await (await stage.open(people.ada)).newPage();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, { kim, ada });
});
afterAll(() => stage.stop());

const give = (id: string | undefined, command: string, input: unknown = {}) =>
  stage.api(stage.people.lee, 'POST', `/equipment/${id}/${command}`, input);
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });
const report = async (roomId: string, title: string) =>
  opened.parse(await stage.api(stage.people.ana, 'POST', '/tickets', { title, roomId }));

describe('Two rooms of one name', () => {
  test('are told apart in the register, in its filter and on the page of a thing', async () => {
    await kim.goto('/equipment');
    await rowOf(kim, 'LT-1').getByText('Seminar Room · Main Building').waitFor();
    await rowOf(kim, 'LT-2').getByText('Seminar Room · Annex').waitFor();
    expect(await rowOf(kim, 'LT-3').innerText()).not.toContain('·');
    await kim.goto(`/equipment?room=${annex}`);
    await kim.getByRole('link', { name: 'Seminar Room (Annex, 2)' }).waitFor();
    await kim.goto(`/equipment/${laptops[1]}`);
    await kim.getByText('Annex, 2').waitFor();
  });

  test('are told apart where one is picked, and once it is', async () => {
    await kim.goto(`/equipment/${laptops[2]}?do=moveEquipment`);
    const room = kim.getByRole('combobox', { name: 'Into which room?' });
    await room.fill('seminar annex');
    await kim.getByRole('option', { name: 'Seminar Room' }).click();
    await expect.poll(() => room.inputValue()).toBe('Seminar Room (Annex, 2)');
    await kim.getByRole('button', { name: 'Move', exact: true }).click();
    await kim.getByText('Annex, 2').waitFor();
  });

  test('are told apart in the queue and on a ticket, also when it is moved to the other', async () => {
    const ticket = await report(main, 'The lamp flickers');
    await kim.goto('/queue');
    await rowOf(kim, 'The lamp flickers').getByText('Seminar Room · Main Building').waitFor();
    await kim.goto(`/tickets/${ticket.number}`);
    await kim.getByText('Main Building, 2').waitFor();
    await kim.getByText('Live', { exact: true }).first().waitFor();
    await stage.api(stage.people.lee, 'POST', `/tickets/${ticket.id}/moveToRoom`, { roomId: annex });
    await kim.getByText('Annex, 2').waitFor();
    await kim.getByText('Main Building, 2').waitFor({ state: 'hidden' });
  });

  test('are told apart where something is due, scanned or counted', async () => {
    await give(laptops[0], 'planMaintenance', {
      repetition: { every: 1, unit: 'year' },
      startsOn: '2020-01-31',
      checklist: ['Clean the fan'],
    });
    await kim.goto('/due');
    await kim.getByRole('link', { name: /LT-1/ }).getByText('Seminar Room · Main Building').waitFor();
    await kim.goto('/scan?tag=LT-2');
    await kim.getByRole('article').getByText('Annex, 2').waitFor();
    const { id } = created.parse(await stage.api(stage.people.kim, 'POST', '/stocktakes', { roomId: main }));
    await kim.goto(`/stocktakes/${id}`);
    await kim.getByText('Main Building, 2').waitFor();
  });
});

test('What a ticket tells of its equipment follows what happens to that', async () => {
  const ticket = await report(main, 'The laptop is slow');
  await stage.api(stage.people.kim, 'POST', `/tickets/${ticket.id}/linkEquipment`, {
    equipmentId: laptops[0],
  });
  await kim.goto(`/tickets/${ticket.number}`);
  const thing = kim.getByRole('link', { name: 'LT-1' });
  await thing.getByText('In stock').waitFor();
  await kim.getByText('Live', { exact: true }).first().waitFor();
  await give(laptops[0], 'startRepair', { vendor: 'Fixers' });
  await thing.getByText('In repair').waitFor();
  await give(laptops[0], 'finishRepair', { outcome: 'repaired' });
  await give(laptops[0], 'correctEquipmentDetails', { name: 'ThinkPad of the lab' });
  await thing.getByText('ThinkPad of the lab').waitFor();
  await thing.getByText('In stock').waitFor();
  await stage.api(stage.people.lee, 'POST', `/tickets/${ticket.id}/linkEquipment`, {
    equipmentId: laptops[1],
  });
  await kim.getByRole('link', { name: 'LT-2' }).getByText('In stock').waitFor();
});

test('What is retired is moved out of a room, which can be closed then', async () => {
  const { people } = stage;
  const cellar = created.parse(await stage.api(people.ada, 'POST', '/rooms', { name: 'Cellar' })).id;
  await give(laptops[2], 'moveEquipment', { roomId: cellar });
  await give(laptops[2], 'retireEquipment', { reason: 'Too slow' });
  await ada.goto(`/rooms/${cellar}`);
  await ada.getByText('Live', { exact: true }).first().waitFor();
  await ada.getByRole('link', { name: 'Close this room' }).click();
  const dialog = ada.getByRole('dialog');
  await dialog.getByText('LT-3').waitFor();
  await dialog.getByRole('button', { name: 'Close this room' }).click();
  await dialog.getByText('Still in this room: LT-3').waitFor();
  await kim.goto(`/equipment/${laptops[2]}`);
  await kim.getByRole('link', { name: 'Move', exact: true }).click();
  await kim.getByRole('combobox', { name: 'Into which room?' }).fill('library');
  await kim.getByRole('option', { name: 'Library Desk' }).click();
  await kim.getByRole('button', { name: 'Move', exact: true }).click();
  await kim.getByText('Retired because').waitFor();
  await kim.getByText('In Library Desk').waitFor();
  await ada.goto(`/rooms/${cellar}`);
  await ada.getByRole('link', { name: 'Close this room' }).click();
  await dialog.getByRole('button', { name: 'Close this room' }).click();
  await ada.getByText('Closed', { exact: true }).first().waitFor();
});
