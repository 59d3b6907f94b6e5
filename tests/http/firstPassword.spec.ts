import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { streamOf } from '#domain/ids.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import { eventsOf } from '#tests/support/journal.ts';

const PASSWORD = 'four words of one person';
let app: TestApp;
let id: string;
let path: string;
beforeAll(async () => {
  app = await startApp();
  const { body } = await app.admin.post('/api/users', { name: 'Ben', email: 'ben@example.org' });
  ({ id } = body);
  path = `/api/users/${id}/firstPassword`;
  await upToDate(app);
});
afterAll(() => app.stop());

const signIn = (password: string) => app.post('/api/auth/login', { email: 'ben@example.org', password });
const factsOf = async (person: string) =>
  (await eventsOf(app.daybook.journal, streamOf('user', person))).map(({ type, by }) => [type, by]);

it('An account without a password is given one by an administrator, and its owner signs in', async () => {
  expect((await app.admin.get(path)).body).toMatchObject({ stands: false });
  const same = await app.admin.post(path, { password: 'ben@example.org' });
  expect(same.status).toBe(422);
  expect((await signIn(PASSWORD)).status).toBe(401);
  expect((await app.admin.post(path, { password: PASSWORD })).status).toBe(201);
  expect((await app.admin.get(path)).body).toMatchObject({ stands: true });
  expect((await signIn(PASSWORD)).status).toBe(200);
});

it('A password that stands is nobody else’s to change, and that it was tried is no fact', async () => {
  expect((await app.admin.post(path, { password: `another ${PASSWORD}` })).status).toBe(409);
  expect((await signIn(PASSWORD)).status).toBe(200);
  expect((await factsOf(id)).map(([type]) => type)).toEqual(['UserRegistered', 'PasswordGiven']);
});

it('The history of the person tells who gave it', async () => {
  const { body } = await app.admin.get(`/api/users/${id}/history`);
  expect(body.items.at(-1)).toMatchObject({
    type: 'PasswordGiven',
    actorId: app.admin.user.userId,
    actorName: app.admin.user.name,
    command: 'givePassword',
    changes: [],
  });
});

it('One that is given with the account is a fact as well, once for all repeats', async () => {
  const person = { name: 'Cyd', email: 'cyd@example.org', password: PASSWORD };
  const key = { 'Idempotency-Key': randomUUID() };
  const answers = [
    await app.admin.post('/api/users', person, key),
    await app.admin.post('/api/users', person, key),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const admin = app.admin.user.userId;
  expect(await factsOf(answers[0]!.body.id)).toEqual([
    ['UserRegistered', admin],
    ['PasswordGiven', admin],
  ]);
});

it('It is not given by who is no administrator, nor to who is deactivated', async () => {
  const { body } = await app.admin.post('/api/users', { name: 'Dot', email: 'dot@example.org' });
  const dot = `/api/users/${body.id}`;
  await upToDate(app);
  for (const role of ['technician', 'auditor'] as const) {
    const other = await app.join(role);
    for (const one of [path, `${dot}/firstPassword`])
      expect((await other.post(one, { password: PASSWORD })).status).toBe(403);
  }
  await app.admin.post(`${dot}/deactivateUser`);
  const refused = await app.admin.post(`${dot}/firstPassword`, { password: PASSWORD });
  expect(refused.body).toMatchObject({ status: 409, rejection: 'UserInactive' });
  expect((await app.admin.get(`${dot}/firstPassword`)).body).toMatchObject({ stands: false });
  expect((await factsOf(body.id)).map(([type]) => type)).not.toContain('PasswordGiven');
});

it('No event holds a password, or what the vault keeps of one', async () => {
  const events = await Array.fromAsync(app.daybook.journal.readAll(null));
  const text = JSON.stringify(events, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  expect(text).toContain('PasswordGiven');
  expect(text).not.toContain(PASSWORD);
  expect(text).not.toContain('argon2');
});
