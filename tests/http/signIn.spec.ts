import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { UserId } from '#domain/ids.ts';
import { PASSWORD, startApp, type TestApp } from '#tests/support/app.ts';
import { clientAt, cookiesOf, type Answer } from '#tests/support/client.ts';
import { connectSocket } from '#tests/support/socket.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const own = { 'sec-fetch-site': 'same-origin' };
const login = (email: string, password = PASSWORD) => app.post('/api/auth/login', { email, password });
const refresh = (token: string | undefined) =>
  app.post('/api/auth/refresh', {}, { ...own, cookie: `daybook_refresh=${token}` });
const refreshOf = ({ headers }: Answer) => cookiesOf(headers)['daybook_refresh'];
const meWith = (token: string) => app.get('/api/auth/me', { authorization: `Bearer ${token}` });
const signIns = async (userId: string) =>
  (await app.events(`signin-${userId as UserId}`)).map(({ type, data }) => [
    type,
    ...('reason' in data ? [data.reason] : []),
  ]);

describe('Signing in', () => {
  it('gives an access token and two cookies that no script can read', async () => {
    const { user } = await app.join('technician');
    const answer = await login(` ${user.email.toUpperCase()}`);
    expect(answer.status).toBe(200);
    expect(answer.body.user).toEqual(expect.objectContaining({ userId: user.userId, role: 'technician' }));
    expect((await meWith(answer.body.accessToken)).status).toBe(200);
    const cookies = answer.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) {
      expect(cookie).toContain('HttpOnly');
      expect(cookie).toContain('SameSite=Lax');
      expect(cookie).not.toContain('Secure');
    }
  });

  it('is recorded with where it came from, which is personal', async () => {
    const { user } = await app.join('requester');
    const events = await app.events(`signin-${user.userId}`);
    expect(events.map(({ type }) => type)).toEqual(['SignedIn']);
    expect(events[0]?.data).toMatchObject({ ip: expect.stringMatching(/127\.0\.0\.1$/) as string });
  });

  it('is refused the same way for a wrong password, an unknown address and a deactivated account', async () => {
    const wrong = await app.join('requester');
    const gone = await app.join('requester');
    await app.admin.post(`/api/users/${gone.user.userId}/deactivateUser`);
    const answers = [
      await login(wrong.user.email, 'not the password'),
      await login('nobody@example.org'),
      await login(gone.user.email),
    ];
    for (const { status, body, headers } of answers) {
      expect(status).toBe(401);
      expect({ ...body, instance: '' }).toEqual({ ...answers[0]?.body, instance: '' });
      expect(headers.getSetCookie()).toEqual([]);
    }
    expect(await signIns(wrong.user.userId)).toEqual([['SignedIn'], ['SignInRefused', 'wrongPassword']]);
    expect(await signIns(gone.user.userId)).toEqual([
      ['SignedIn'],
      ['SessionsEnded', 'deactivated'],
      ['SignInRefused', 'deactivated'],
    ]);
    expect((await signIns('unknown')).at(-1)).toEqual(['SignInRefused', 'unknownAddress']);
  });

  it('takes as long for an unknown address as for a known one', async () => {
    const { user } = await app.join('requester');
    const time = async (email: string) => {
      const started = performance.now();
      await login(email, 'not the password');
      return performance.now() - started;
    };
    const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[5] ?? 0;
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 11; n++) {
      known.push(await time(user.email));
      unknown.push(await time('nobody@example.org'));
    }
    // Without the hashing it would take a tenth of the time.
    expect(median(unknown)).toBeGreaterThan(median(known) * 0.4);
    expect(median(unknown)).toBeLessThan(median(known) * 2.5);
  });
});

describe('A session', () => {
  it('is renewed by its refresh token, which changes each time', async () => {
    const { cookies } = await app.join('requester');
    const first = await refresh(cookies['daybook_refresh']);
    expect(first.status).toBe(200);
    const second = await refresh(refreshOf(first));
    expect(second.status).toBe(200);
    expect(new Set([cookies['daybook_refresh'], refreshOf(first), refreshOf(second)]).size).toBe(3);
    expect((await meWith(second.body.accessToken)).status).toBe(200);
  });

  it('gives two tabs that wake at once the same successor', async () => {
    const { cookies } = await app.join('requester');
    const answers = await Promise.all([1, 2, 3].map(() => refresh(cookies['daybook_refresh'])));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(refreshOf)).size).toBe(1);
  });

  it('ends with all its successors when a token is used again later: somebody else has it', async () => {
    const { cookies, user, token } = await app.join('requester');
    const stolen = cookies['daybook_refresh'];
    const socket = await connectSocket(app.url, { token });
    const next = await refresh(stolen);
    const vault = new DatabaseSync(join(app.directory, 'vault.db'));
    vault.prepare('UPDATE sessions SET rotated_at = rotated_at - 16000 WHERE user_id = ?').run(user.userId);
    vault.close();
    expect((await refresh(stolen)).status).toBe(401);
    await vi.waitFor(() => expect(socket.ends).toEqual(['signedOut', 'io server disconnect']));
    expect((await refresh(refreshOf(next))).status).toBe(401);
    expect((await meWith(token)).status).toBe(401);
    expect(await signIns(user.userId)).toEqual([['SignedIn'], ['SignInRefused', 'reusedToken']]);
  });

  it('ends at logout, for its access token too', async () => {
    const { cookies, token } = await app.join('requester');
    const out = await app.post(
      '/api/auth/logout',
      {},
      { ...own, cookie: `daybook_refresh=${cookies['daybook_refresh']}` },
    );
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie().every((line) => line.includes('Max-Age=0'))).toBe(true);
    expect((await refresh(cookies['daybook_refresh'])).status).toBe(401);
    expect((await meWith(token)).status).toBe(401);
  });

  it('ends everywhere else when the password changes', async () => {
    const here = await app.join('requester');
    const there = await app.signIn(here.user.email);
    const next = 'an even better password';
    expect((await here.post('/api/auth/password', { current: 'wrong password', next })).status).toBe(401);
    expect((await here.post('/api/auth/password', { current: PASSWORD, next: 'eleven char' })).status).toBe(
      422,
    );
    expect((await here.post('/api/auth/password', { current: PASSWORD, next })).status).toBe(204);
    expect((await here.get('/api/auth/me')).status).toBe(200);
    expect((await there.get('/api/auth/me')).status).toBe(401);
    expect((await refresh(there.cookies['daybook_refresh'])).status).toBe(401);
    expect((await login(here.user.email)).status).toBe(401);
    expect((await login(here.user.email, next)).status).toBe(200);
  });

  it('ends at once when the account is deactivated, and a new role counts at once', async () => {
    const person = await app.join('requester');
    expect((await person.get('/api/tickets/counts')).status).toBe(404);
    await app.admin.post(`/api/users/${person.user.userId}/changeUserRole`, { role: 'technician' });
    expect((await person.get('/api/tickets/counts')).status).toBe(200);
    await app.admin.post(`/api/users/${person.user.userId}/deactivateUser`);
    expect((await person.get('/api/auth/me')).status).toBe(401);
    expect((await refresh(person.cookies['daybook_refresh'])).status).toBe(401);
    await app.admin.post(`/api/users/${person.user.userId}/reactivateUser`);
    expect((await person.get('/api/auth/me')).status).toBe(401);
    expect((await refresh(person.cookies['daybook_refresh'])).status).toBe(401);
    expect((await login(person.user.email)).status).toBe(200);
  });
});

describe('A request with cookies', () => {
  it('changes things only from our own pages', async () => {
    const { cookies } = await app.join('requester');
    const cookie = `daybook_access=${cookies['daybook_access']}`;
    const change = (headers: Record<string, string>) =>
      app.post(
        '/api/auth/password',
        { current: 'wrong password', next: 'irrelevant here' },
        { cookie, ...headers },
      );
    const host = new URL(app.url).host;
    const foreign = [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: `http://${host}` },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of foreign) expect((await change(headers)).status, JSON.stringify(headers)).toBe(403);
    const ours = [own, { 'sec-fetch-site': 'none' }, { origin: `http://${host}` }];
    for (const headers of ours) expect((await change(headers)).body.type).toBe('/problems/wrong-password');
    expect((await app.get('/api/auth/me', { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(200);
  });

  it('renews and ends a session only from our own pages', async () => {
    const { cookies } = await app.join('requester');
    const headers = {
      cookie: `daybook_refresh=${cookies['daybook_refresh']}`,
      'sec-fetch-site': 'cross-site',
    };
    expect((await app.post('/api/auth/refresh', {}, headers)).status).toBe(403);
    expect((await app.post('/api/auth/logout', {}, headers)).status).toBe(403);
    expect((await refresh(cookies['daybook_refresh'])).status).toBe(200);
  });

  it('is secure where the desk is reached over https', async () => {
    const other = await startApp({ PUBLIC_URL: 'https://desk.example.org' });
    const answer = await clientAt(other.url).post('/api/auth/login', {
      email: 'ada@example.org',
      password: PASSWORD,
    });
    await other.stop();
    expect(answer.headers.getSetCookie().every((line) => line.includes('Secure'))).toBe(true);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
  });
});
