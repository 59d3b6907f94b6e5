import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';

const PASSWORD = 'four words of one person';
let app: TestApp;
let path: string;
beforeAll(async () => {
  app = await startApp();
  const { body } = await app.admin.post('/api/users', { name: 'Ben', email: 'ben@example.org' });
  path = `/api/users/${body.id}/firstPassword`;
  await upToDate(app);
});
afterAll(() => app.stop());

const signIn = (password: string) => app.post('/api/auth/login', { email: 'ben@example.org', password });

it('An account without a password is given one by an administrator, and its owner signs in', async () => {
  expect((await app.admin.get(path)).body).toMatchObject({ stands: false });
  const same = await app.admin.post(path, { password: 'ben@example.org' });
  expect(same.status).toBe(422);
  expect((await signIn(PASSWORD)).status).toBe(401);
  expect((await app.admin.post(path, { password: PASSWORD })).status).toBe(201);
  expect((await app.admin.get(path)).body).toMatchObject({ stands: true });
  expect((await signIn(PASSWORD)).status).toBe(200);
});

it('A password that stands is nobody else’s to change', async () => {
  expect((await app.admin.post(path, { password: `another ${PASSWORD}` })).status).toBe(409);
  expect((await signIn(PASSWORD)).status).toBe(200);
});
