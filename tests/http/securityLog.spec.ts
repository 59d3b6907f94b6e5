import { afterAll, beforeAll, expect, it } from 'vitest';
import { streamOf } from '#domain/ids.ts';
import { PASSWORD, startApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const logOf = (userId: string) => app.events(streamOf('signin', userId));

it('A changed password is in the security log, with the sessions that it ended elsewhere', async () => {
  const { user, post } = await app.join('requester');
  for (const _ of [1, 2]) await app.signIn(user.email);
  const next = 'an even better password';
  await post('/api/auth/password', { current: 'wrong password', next });
  expect((await post('/api/auth/password', { current: PASSWORD, next })).status).toBe(204);
  const [changed, ended, ...more] = (await logOf(user.userId)).slice(3);
  expect(changed).toMatchObject({ type: 'PasswordChanged', data: {}, by: user.userId });
  expect(ended).toMatchObject({ type: 'SessionsEnded', data: { reason: 'passwordChanged', count: 2 } });
  expect(more).toEqual([]);
  expect(JSON.stringify([changed?.data, ended?.data])).not.toContain(next);
});

it('A password that is changed where nobody else is signed in ends no session', async () => {
  const { user, post } = await app.join('requester');
  await post('/api/auth/password', { current: PASSWORD, next: 'an even better password' });
  expect((await logOf(user.userId)).map(({ type }) => type)).toEqual(['SignedIn', 'PasswordChanged']);
});

it('A deactivated account is in the security log with all its sessions', async () => {
  const { user } = await app.join('technician');
  await app.signIn(user.email);
  await app.admin.post(`/api/users/${user.userId}/deactivateUser`);
  expect((await logOf(user.userId)).at(-1)).toMatchObject({
    type: 'SessionsEnded',
    data: { reason: 'deactivated', count: 2 },
  });
});
