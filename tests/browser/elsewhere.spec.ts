import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { desktop, picturesOf, setStage, type Stage } from './stage.ts';

const listed = z.object({ items: z.array(z.looseObject({ roomId: z.string() })) });
const made = z.object({ id: z.string() });
const opened = z.object({ id: z.string(), number: z.number() });
type Opened = z.infer<typeof opened>;

let stage: Stage;
let kim: Page;
let roomId: string | undefined;
let categoryId: string;
beforeAll(async () => {
  stage = await setStage();
  const { ada } = stage.people;
  roomId = listed.parse(await stage.api(ada, 'GET', '/rooms')).items[0]?.roomId;
  const category = { kind: 'equipment', name: 'Beamers' };
  categoryId = made.parse(await stage.api(ada, 'POST', '/categories', category)).id;
  kim = await (await stage.open(stage.people.kim, desktop)).newPage();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, { kim });
});
afterAll(() => stage.stop());

const report = async (title: string): Promise<Opened> =>
  opened.parse(await stage.api(stage.people.ana, 'POST', '/tickets', { title, roomId }));

const register = async (tag: string, name: string): Promise<string> =>
  made.parse(await stage.api(stage.people.lee, 'POST', '/equipment', { tag, name, roomId, categoryId })).id;

/** Lee does it, elsewhere. */
const give = (path: string, input: unknown = {}): Promise<unknown> =>
  stage.api(stage.people.lee, 'POST', path, input);

/** Kim opens the page and is connected. */
async function opens(path: string): Promise<void> {
  await kim.goto(path);
  await kim.getByText('Live', { exact: true }).first().waitFor();
}

describe('the open page of a thing', () => {
  test('shows a ticket that names it, what it is called and where it stands, until it does so no more', async () => {
    const equipmentId = await register('BM-1', 'Beamer');
    const { id } = await report('It flickers');
    await opens(`/equipment/${equipmentId}`);
    const tickets = kim.getByRole('region', { name: 'Tickets' });
    const text = () => expect.poll(() => tickets.innerText());
    await give(`/tickets/${id}/linkEquipment`, { equipmentId });
    await text().toMatch(/It flickers[\s\S]*New/);
    await give(`/tickets/${id}/retitle`, { title: 'It flickers when warm' });
    await text().toContain('It flickers when warm');
    await give(`/tickets/${id}/accept`);
    await text().toMatch(/It flickers when warm[\s\S]*Open/);
    await give(`/tickets/${id}/unlinkEquipment`, { equipmentId });
    await text().not.toContain('It flickers');
  });

  test('shows what its component is called', async () => {
    const [host, lamp] = [await register('BM-2', 'Beamer'), await register('LP-1', 'Lamp')];
    await give(`/equipment/${lamp}/fitComponent`, { hostId: host });
    await opens(`/equipment/${host}`);
    await kim.getByRole('link', { name: /LP-1/ }).waitFor();
    await give(`/equipment/${lamp}/retagEquipment`, { tag: 'LP-7' });
    await kim.getByRole('link', { name: /LP-7/ }).waitFor();
  });
});

describe('the open page of a ticket', () => {
  test('shows what a related ticket is called', async () => {
    const [here, there] = [await report('The first'), await report('The second')];
    await give(`/tickets/${there.id}/relate`, { ticketId: here.id });
    await opens(`/tickets/${here.number}`);
    await kim.getByRole('link', { name: /The second/ }).waitFor();
    await give(`/tickets/${there.id}/retitle`, { title: 'The other one' });
    await kim.getByRole('link', { name: /The other one/ }).waitFor();
  });
});
