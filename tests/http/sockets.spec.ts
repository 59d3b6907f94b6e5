import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { sockets, until } from '#tests/support/watching.ts';

const JWT_SECRET = 'a secret that is longer than thirty-two characters';

let app: TestApp;
let ana: Person;
let kim: Person;
beforeAll(async () => {
  app = await startApp({ JWT_SECRET });
  ana = await app.join('requester', 'Ana');
  kim = await app.join('technician', 'Kim');
});
afterAll(() => app.stop());
const { connect, watching } = sockets();

describe('A socket', () => {
  it('is let in with an access token or its cookie from our own pages, and no other way', async () => {
    const cookie = `daybook_access=${ana.token}`;
    const host = new URL(app.url).host;
    const ways = [
      { headers: { cookie } },
      { headers: { cookie, origin: `http://${host}` } },
      { token: ana.token, headers: { origin: 'https://elsewhere.example' } },
    ];
    for (const way of ways) await connect(app.url, way);
    const refused = [{}, { token: 'nonsense' }, { headers: { cookie, origin: 'https://evil.example' } }];
    for (const way of refused) await expect(connect(app.url, way)).rejects.toThrow();
  });

  it('ends with its access token', async () => {
    const soon = { expiresIn: 1, issuer: 'daybook', audience: 'daybook-api' } as const;
    const claims = jwt.decode(ana.token) as jwt.JwtPayload;
    const token = jwt.sign({ sub: claims.sub, sid: claims['sid'] as string }, JWT_SECRET, soon);
    const watcher = await connect(app.url, { token });
    await until(() => expect(watcher.ends).toEqual(['io server disconnect']));
  });

  it('may be told what is not a screen without harm', async () => {
    const watcher = await watching(app, kim);
    const nonsense = [null, 'queue', { screen: 'vault' }, { screen: 'ticket', ticketId: '../x' }];
    for (const screen of nonsense) expect((await watcher.watch(screen as never)).ok).toBe(false);
    watcher.socket.emit('watch', { screen: 'queue' } as never, undefined as never);
    expect((await watcher.watch({ screen: 'queue' })).ok).toBe(true);
  });
});

describe('The sockets of a person', () => {
  it('are told and cut when the account is deactivated', async () => {
    const person = await app.join('technician');
    const watchers = [await watching(app, person), await watching(app, person)];
    for (const watcher of watchers) await watcher.watch({ screen: 'queue' });
    await app.admin.post(`/api/users/${person.user.userId}/deactivateUser`);
    for (const { ends } of watchers) await until(() => expect(ends.at(-1)).toBe('io server disconnect'));
    for (const { ends } of watchers) expect(ends[0]).toBe('signedOut');
    await expect(connect(app.url, { token: person.token })).rejects.toThrow('Not signed in');
  });

  it('are cut when the role changes, and see the new role’s screens when they come back', async () => {
    const person = await app.join('technician');
    const watcher = await watching(app, person, { screen: 'queue' });
    await app.admin.post(`/api/users/${person.user.userId}/changeUserRole`, { role: 'requester' });
    await until(() => expect(watcher.ends).toEqual(['io server disconnect']));
    const again = await watching(app, person);
    expect((await again.watch({ screen: 'queue' })).ok).toBe(false);
  });

  it('of one session are told and cut when it ends; those of others stay', async () => {
    const person = await app.join('technician');
    const elsewhere = await app.signIn(person.user.email);
    const [here, there] = [await watching(app, person), await watching(app, elsewhere)];
    const next = 'an even better password';
    await person.post('/api/auth/password', { current: 'correct horse battery', next });
    await until(() => expect(there.ends).toEqual(['signedOut', 'io server disconnect']));
    expect(here.ends).toEqual([]);
    expect((await here.watch({ screen: 'queue' })).ok).toBe(true);
  });
});
