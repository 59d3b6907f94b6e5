import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { desktop, picturesOf, setStage, type Account, type Stage } from '../stage.ts';

const listed = z.object({ items: z.array(z.looseObject({ roomId: z.string() })) });
const opened = z.object({ id: z.string(), number: z.number() });
const history = z.object({ items: z.array(z.looseObject({ type: z.string(), occurredAt: z.string() })) });
type Opened = z.infer<typeof opened>;

const EARLIER = '2026-01-05T12:00';
const RECORDED = /^Recorded \d/;

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

async function report(title: string, description = ''): Promise<Opened> {
  const { ana } = stage.people;
  const [room] = listed.parse(await stage.api(ana, 'GET', '/rooms')).items;
  const body = { title, description, roomId: room?.roomId };
  return opened.parse(await stage.api(ana, 'POST', '/tickets', body));
}

const give = (by: Account, { id }: Opened, command: string, input: unknown = {}): Promise<unknown> =>
  stage.api(by, 'POST', `/tickets/${id}/${command}`, input);

/** Kim opens the ticket and is connected. */
async function opens({ number }: Opened): Promise<void> {
  await kim.goto(`/tickets/${number}`);
  await kim.getByText('Live', { exact: true }).first().waitFor();
}

const said = () => expect.poll(() => kim.getByRole('list').and(kim.locator('[aria-live]')).innerText());
const related = () => kim.getByRole('region', { name: 'Facts' }).locator('dl > div', { hasText: 'Related' });

describe('the open page of a ticket', () => {
  test('shows a relation that is made on the other ticket, and takes it back there', async () => {
    const [here, there] = [await report('The first of two'), await report('The second of two')];
    await opens(here);
    await give(stage.people.lee, there, 'relate', { ticketId: here.id });
    await related()
      .getByRole('link', { name: /The second of two/ })
      .waitFor();
    await related()
      .getByRole('button', { name: `Unrelate #${there.number}` })
      .click();
    await related()
      .getByRole('link', { name: /The second of two/ })
      .waitFor({ state: 'detached' });
  });

  test('shows what was said on a ticket that is merged into it, until that is redacted', async () => {
    const { lee } = stage.people;
    const [here, there] = [await report('It stays'), await report('It goes')];
    const commentId = crypto.randomUUID();
    await give(lee, there, 'comment', { commentId, body: 'The password is swordfish' });
    await opens(here);
    await give(lee, there, 'merge', { into: here.id });
    await said().toContain('swordfish');
    await give(lee, there, 'redactComment', { commentId, reason: 'a password' });
    await said().not.toContain('swordfish');
    await give(lee, there, 'unmerge');
    await said().not.toContain('a password');
  });

  test('tells what is told late where it happened, at once and after a reload', async () => {
    const { lee } = stage.people;
    const ticket = await report('Told late');
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const comment = (body: string, minutes: number) =>
      give(lee, ticket, 'comment', { body, occurredAt: ago(minutes) });
    await comment('Third', 10);
    await comment('First', 30);
    await opens(ticket);
    await comment('Second', 20);
    await said().toMatch(/First[\s\S]*Second[\s\S]*Third/);
    await comment('Fourth', 5);
    await said().toMatch(/First[\s\S]*Second[\s\S]*Third[\s\S]*Fourth/);
    await kim.reload();
    await said().toMatch(/First[\s\S]*Second[\s\S]*Third[\s\S]*Fourth/);
  });
});

describe('a dialog', () => {
  test('that was opened before somebody else moved the ticket on says so, and offers both', async () => {
    const ticket = await report('Resolved or on hold');
    await give(stage.people.kim, ticket, 'accept');
    await opens(ticket);
    await kim.getByRole('link', { name: 'Resolve', exact: true }).click();
    const dialog = kim.getByRole('dialog');
    await dialog.getByLabel('What was done').fill('Swapped the cable');
    await give(stage.people.lee, ticket, 'putOnHold', { reason: 'A part is on its way' });
    await kim.getByText('A part is on its way').first().waitFor();
    await dialog.getByRole('button', { name: 'Resolve' }).click();
    await expect
      .poll(() => dialog.getByRole('alert').innerText())
      .toMatch(/Somebody was faster[\s\S]*Lee Okoro/);
    expect(await dialog.getByLabel('What was done').inputValue()).toBe('Swapped the cable');
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await said().toContain('Swapped the cable');
  });
});

describe('a draft', () => {
  const field = () => kim.getByRole('textbox', { name: 'Description' });

  test('of a description that somebody has changed since is not saved over it without asking', async () => {
    const ticket = await report('Two describe it', 'It hums.');
    await opens(ticket);
    await kim.getByRole('link', { name: 'Change Description' }).click();
    await field().fill('It hums, says Kim.');
    await give(stage.people.lee, ticket, 'describe', { description: 'It hums, says Lee.' });
    await kim.reload();
    await kim.getByRole('link', { name: 'Change Description' }).click();
    expect(await field().inputValue()).toBe('It hums, says Kim.');
    await kim.getByText('your words from before').waitFor();
    await kim.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(() => kim.getByRole('alert').innerText())
      .toMatch(/Somebody was faster[\s\S]*Lee Okoro/);
    await kim.getByRole('button', { name: 'Take theirs' }).click();
    await said().toContain('says Lee');
  });

  test('is there again for the one who wrote it, and not for who signs in after', async () => {
    const ticket = await report('On a shared device');
    const signIn = async ({ email }: Account) => {
      await kim.request.post('/api/auth/login', { data: { email, password: stage.password } });
      await opens(ticket);
    };
    const words = () => kim.getByLabel('Write an answer').inputValue();
    await opens(ticket);
    await kim.getByLabel('Write an answer').fill('What nobody else should read');
    await signIn(stage.people.lee);
    expect(await words()).toBe('');
    await signIn(stage.people.kim);
    await expect.poll(words).toBe('What nobody else should read');
  });
});

describe('what happened earlier', () => {
  const earlier = async (within: Locator): Promise<void> => {
    await within.getByText('This happened earlier').click();
    await within.getByLabel('When it happened').fill(EARLIER);
  };

  test('is told with an answer, and the next answer is of now again', async () => {
    const ticket = await report('He rang this morning');
    await opens(ticket);
    const form = kim.locator('form', { has: kim.getByLabel('Write an answer') });
    await earlier(form);
    await form.getByLabel('Write an answer').fill('As I said on the phone');
    await form.getByRole('button', { name: 'Send' }).click();
    await kim.getByText(RECORDED).waitFor();
    await form.getByLabel('Write an answer').fill('And now in writing');
    await form.getByRole('button', { name: 'Send' }).click();
    await said().toMatch(/on the phone[\s\S]*in writing/);
    expect(await kim.getByText(RECORDED).count()).toBe(1);
  });

  test('stays in sight with its field when the answer is refused', async () => {
    const ticket = await report('He will ring tomorrow');
    await opens(ticket);
    const form = kim.locator('form', { has: kim.getByLabel('Write an answer') });
    await earlier(form);
    await form.getByLabel('When it happened').fill('2999-01-01T10:00');
    await form.getByLabel('Write an answer').fill('As I shall say on the phone');
    await form.getByRole('button', { name: 'Send' }).click();
    await form.getByText('This moment has not come yet.').waitFor();
    expect(await form.getByLabel('When it happened').isVisible()).toBe(true);
  });

  test('is told with a fact', async () => {
    const ticket = await report('Given to Lee by word of mouth');
    await opens(ticket);
    await kim.getByRole('link', { name: 'Change Priority' }).click();
    const fact = kim.locator('dl > div', { hasText: 'Priority' });
    await fact.getByRole('combobox', { name: 'Priority' }).selectOption('High');
    await earlier(fact);
    await fact.getByRole('button', { name: 'Save' }).click();
    await fact.getByText('High').waitFor();
    const { items } = history.parse(
      await stage.api(stage.people.kim, 'GET', `/tickets/${ticket.id}/history`),
    );
    const [changed] = items.filter(({ type }) => type === 'TicketPrioritised');
    expect(changed?.occurredAt.slice(0, 10)).toBe(EARLIER.slice(0, 10));
  });
});
