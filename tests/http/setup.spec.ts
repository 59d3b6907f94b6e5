import { afterEach, describe, expect, it } from 'vitest';
import { FIRST_ADMINISTRATOR } from '#api/auth/accounts.ts';
import { compose, type Daybook } from '#api/compose.ts';
import { readConfig } from '#api/config.ts';
import { createLog } from '#api/log.ts';
import { newDirectory, PASSWORD, startApp, type TestApp } from '#tests/support/app.ts';
import { clientAt, type Client } from '#tests/support/client.ts';

let app: TestApp | undefined;
let daybook: Daybook | undefined;
afterEach(async () => {
  await app?.stop();
  await daybook?.stop();
  app = daybook = undefined;
});

async function fresh(settings: Record<string, string> = {}): Promise<Client> {
  const config = readConfig({
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: newDirectory(),
    ...settings,
  });
  daybook = await compose({ config, log: createLog('silent') });
  await daybook.projector.caughtUp;
  return clientAt(daybook.url);
}

const applicant = (n: number) => ({ name: `Person ${n}`, email: `p${n}@example.org`, password: PASSWORD });

describe('The first start', () => {
  it('makes one administrator, who is signed in', async () => {
    const client = await fresh();
    expect((await client.get('/api/auth/setup')).body.needed).toBe(true);
    const made = await client.post('/api/auth/setup', applicant(1));
    expect(made.status).toBe(201);
    expect(made.body.user).toMatchObject({ name: 'Person 1', role: 'admin', status: 'Active' });
    expect((await client.get('/api/auth/setup')).body.needed).toBe(false);
    const me = await client.get('/api/auth/me', { authorization: `Bearer ${made.body.accessToken}` });
    expect(me.body.user.email).toBe('p1@example.org');
    expect((await client.post('/api/auth/setup', applicant(2))).status).toBe(404);
  });

  it('lets exactly one of ten who race be it, and only that one sign in', async () => {
    const client = await fresh();
    const all = Array.from({ length: 10 }, (_, n) => applicant(n));
    const answers = await Promise.all(all.map((one) => client.post('/api/auth/setup', one)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const events = await Array.fromAsync(daybook!.journal.readStream(`user-${FIRST_ADMINISTRATOR}`));
    expect(events.map(({ type }) => type)).toEqual(['UserRegistered']);
    const signIns = await Promise.all(
      all.map(({ email, password }) => client.post('/api/auth/login', { email, password })),
    );
    expect(signIns.map(({ status }) => status === 200)).toEqual(answers.map(({ status }) => status === 201));
  });

  it('lets exactly one of ten with the same address win, with that one’s password', async () => {
    const client = await fresh();
    const all = Array.from({ length: 10 }, (_, n) => ({ ...applicant(1), password: `${PASSWORD} ${n}` }));
    const answers = await Promise.all(all.map((one) => client.post('/api/auth/setup', one)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const signIns = await Promise.all(
      all.map(({ email, password }) => client.post('/api/auth/login', { email, password })),
    );
    expect(signIns.map(({ status }) => status === 200)).toEqual(answers.map(({ status }) => status === 201));
  });

  it('goes on where it was cut off between the account and its password', async () => {
    const client = await fresh();
    expect((await client.post('/api/auth/setup', applicant(1))).status).toBe(201);
    await daybook!.vault.credentials.remove(FIRST_ADMINISTRATOR);
    expect((await client.get('/api/auth/setup')).body.needed).toBe(true);
    expect((await client.post('/api/auth/setup', applicant(2))).status).toBe(409);
    expect(
      (await client.post('/api/auth/setup', { ...applicant(1), password: 'yet another one' })).status,
    ).toBe(201);
    const events = await Array.fromAsync(daybook!.journal.readStream(`user-${FIRST_ADMINISTRATOR}`));
    expect(events).toHaveLength(1);
  });

  it.each([
    ['short', 'password'],
    ['p1@example.org', 'password'],
  ])('refuses the password %s', async (password, path) => {
    const client = await fresh();
    const { status, body } = await client.post('/api/auth/setup', { ...applicant(1), password });
    expect(status).toBe(422);
    expect(body.errors[0]?.path).toBe(path);
    expect((await client.get('/api/auth/setup')).body.needed).toBe(true);
  });
});

describe('Registration', () => {
  it('is not there unless it is allowed', async () => {
    app = await startApp();
    expect((await app.post('/api/auth/register', applicant(1))).status).toBe(404);
  });

  it('makes a requester where it is allowed, but only once there is an administrator', async () => {
    const client = await fresh({ REGISTRATION: 'true' });
    expect((await client.post('/api/auth/register', applicant(1))).status).toBe(404);
    await client.post('/api/auth/setup', applicant(0));
    const { status, body } = await client.post('/api/auth/register', applicant(1));
    expect(status).toBe(201);
    expect(body.user.role).toBe('requester');
    const again = await client.post('/api/auth/register', { ...applicant(2), email: 'P1@Example.org ' });
    expect(again.status).toBe(409);
    expect(again.body.type).toBe('/problems/taken');
  });
});
