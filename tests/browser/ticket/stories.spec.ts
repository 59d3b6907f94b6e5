import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { furnish } from '../furnish.ts';
import { desktop, picturesOf, setStage, type Account, type Stage } from '../stage.ts';

const listed = z.object({ items: z.array(z.looseObject({ roomId: z.string() })) });
const opened = z.object({ id: z.string(), number: z.number() });
type Opened = z.infer<typeof opened>;

let stage: Stage;
let kim: Page;
beforeAll(async () => {
  stage = await setStage();
  kim = await (await stage.open(stage.people.kim, desktop)).newPage();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picturesOf(task.name, { kim });
});
afterAll(() => stage.stop());

async function report(title: string): Promise<Opened> {
  const { ana } = stage.people;
  const [room] = listed.parse(await stage.api(ana, 'GET', '/rooms')).items;
  const body = { title, description: 'It began today.', roomId: room?.roomId };
  return opened.parse(await stage.api(ana, 'POST', '/tickets', body));
}
const give = (by: Account, { id }: Opened, command: string, input: unknown = {}): Promise<unknown> =>
  stage.api(by, 'POST', `/tickets/${id}/${command}`, input);

const asItStood = () => kim.getByRole('region', { name: 'As it stood' });
const fact = (label: string) =>
  asItStood().locator('dl > div', { has: kim.getByText(label, { exact: true }) });

describe('the story of a ticket', () => {
  test('says in the conversation why it was put on hold, rejected and reopened', async () => {
    const ticket = await report('The lamp flickers');
    const { lee } = stage.people;
    await give(lee, ticket, 'accept');
    await give(lee, ticket, 'putOnHold', { reason: 'Waiting for the supplier' });
    await give(lee, ticket, 'resume');
    await give(lee, ticket, 'reject', { reason: 'The landlord sees to lamps' });
    await give(lee, ticket, 'reopen', { reason: 'The landlord says it is ours' });
    await kim.goto(`/tickets/${ticket.number}`);
    const said = kim.getByRole('region', { name: 'Conversation' });
    for (const [badge, reason] of [
      ['Put on hold', 'Waiting for the supplier'],
      ['Rejected', 'The landlord sees to lamps'],
      ['Reopened', 'The landlord says it is ours'],
    ] as const)
      await said.getByRole('listitem').filter({ hasText: reason }).getByText(badge).waitFor();
  });

  test('tells a merge of another ticket as it comes, and shows how it stood with it', async () => {
    const [here, there] = [await report('The first of two'), await report('The second of two')];
    await kim.goto(`/tickets/${here.number}/history`);
    await kim.getByText('Live', { exact: true }).first().waitFor();
    await give(stage.people.lee, there, 'merge', { into: here.id });
    await kim.getByText(`merged #${there.number} into this`).first().waitFor();
    await expect.poll(() => fact('Merged into this').innerText()).toContain(`#${there.number}`);
    await kim.getByRole('button', { name: 'One event back' }).click();
    await fact('Merged into this').waitFor({ state: 'detached' });
  });

  test('shows linked equipment as it stood', async () => {
    const [equipmentId] = await furnish(stage, ['LT-0001']);
    const ticket = await report('The laptop is slow');
    await give(stage.people.lee, ticket, 'linkEquipment', { equipmentId });
    await kim.goto(`/tickets/${ticket.number}/history`);
    await expect.poll(() => fact('Equipment').innerText()).toContain('LT-0001 ThinkPad T14');
    await expect.poll(() => fact('Equipment').innerText()).toContain('Added');
  });
});
