import jwt from 'jsonwebtoken';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Changed } from '#api/contract/live.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom, report } from '#tests/support/fixtures.ts';
import { connectSocket, type Watcher } from '#tests/support/socket.ts';

const JWT_SECRET = 'a secret that is longer than thirty-two characters';

let app: TestApp;
let roomId: string;
let ana: Person;
let ben: Person;
let kim: Person;
const open: Watcher[] = [];
beforeAll(async () => {
  app = await startApp({ JWT_SECRET });
  roomId = await openRoom(app);
  ana = await app.join('requester', 'Ana');
  ben = await app.join('requester', 'Ben');
  kim = await app.join('technician', 'Kim');
});
afterAll(() => app.stop());
afterEach(() => {
  for (const watcher of open.splice(0)) watcher.close();
});

async function socketOf(person: Person): Promise<Watcher> {
  const watcher = await connectSocket(app.url, { token: person.token });
  open.push(watcher);
  return watcher;
}

const of = (watcher: Watcher, table: Changed['table'], key?: string) =>
  watcher.changes.filter((change) => change.table === table && (key === undefined || change.key === key));
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 5 });

/** All that was sent before it has arrived by then: the mark goes the same way after it. */
async function settled(...watchers: Watcher[]): Promise<void> {
  const { body } = await app.admin.post('/api/rooms', { name: `Mark ${crypto.randomUUID()}` });
  for (const watcher of watchers) {
    await watcher.watch({ screen: 'rooms' });
    await app.admin.post(`/api/rooms/${body.id}/renameRoom`, {
      name: `Mark ${crypto.randomUUID()}`,
      building: '',
      floor: '',
    });
    await until(() => expect(of(watcher, 'rooms', body.id).length).toBeGreaterThan(0));
  }
}

describe('A socket', () => {
  it('is let in with an access token or its cookie from our own pages, and no other way', async () => {
    const cookie = `daybook_access=${ana.token}`;
    const host = new URL(app.url).host;
    const ways = [
      { headers: { cookie } },
      { headers: { cookie, origin: `http://${host}` } },
      { token: ana.token, headers: { origin: 'https://elsewhere.example' } },
    ];
    for (const way of ways) open.push(await connectSocket(app.url, way));
    const refused = [{}, { token: 'nonsense' }, { headers: { cookie, origin: 'https://evil.example' } }];
    for (const way of refused) await expect(connectSocket(app.url, way)).rejects.toThrow();
  });

  it('ends with its access token', async () => {
    const soon = { expiresIn: 1, issuer: 'daybook', audience: 'daybook-api' } as const;
    const claims = jwt.decode(ana.token) as jwt.JwtPayload;
    const token = jwt.sign({ sub: claims.sub, sid: claims['sid'] as string }, JWT_SECRET, soon);
    const watcher = await connectSocket(app.url, { token });
    open.push(watcher);
    await until(() => expect(watcher.ends).toEqual(['io server disconnect']));
  });

  it('may be told what is not a screen without harm', async () => {
    const watcher = await socketOf(kim);
    const nonsense = [null, 'queue', { screen: 'vault' }, { screen: 'ticket', ticketId: '../x' }];
    for (const screen of nonsense) expect((await watcher.watch(screen as never)).ok).toBe(false);
    watcher.socket.emit('watch', { screen: 'queue' } as never, undefined as never);
    expect((await watcher.watch({ screen: 'queue' })).ok).toBe(true);
  });
});

describe('The queue', () => {
  it('is told of each change, with the row as the API gives it, and of the counts', async () => {
    const watcher = await socketOf(kim);
    const answer = await watcher.watch({ screen: 'queue' });
    expect(answer).toEqual({ ok: true, position: expect.stringMatching(/^\d+$/) as string });
    const id = await report(ana, roomId);
    await kim.post(`/api/tickets/${id}/prioritise`, { priority: 'high' });
    await until(() => expect(of(watcher, 'ticket_queue', id).at(-1)?.revision).toBe('1'));
    const { body } = await kim.get(`/api/tickets?requester=${ana.user.userId}&limit=500`);
    const row = body.items.find(({ ticketId }) => ticketId === id);
    expect(of(watcher, 'ticket_queue', id).at(-1)?.row).toEqual(row);
    await until(() => expect(watcher.counts.length).toBeGreaterThan(0));
  });

  it('has its counts told by themselves too, without its rows', async () => {
    const watcher = await socketOf(kim);
    await watcher.watch({ screen: 'counts' });
    const id = await report(ana, roomId);
    await until(() => expect(watcher.counts.length).toBeGreaterThan(0));
    expect(of(watcher, 'ticket_queue', id)).toEqual([]);
  });

  it('does not exist for requesters', async () => {
    const watcher = await socketOf(ana);
    const answer = await watcher.watch({ screen: 'queue' });
    expect(answer).toMatchObject({ ok: false, problem: { type: '/problems/not-found' } });
  });

  it('is told no more once it is not watched', async () => {
    const [one, other] = [await socketOf(kim), await socketOf(kim)];
    for (const watcher of [one, other]) await watcher.watch({ screen: 'queue' });
    await one.unwatch({ screen: 'queue' });
    const id = await report(ana, roomId);
    await until(() => expect(of(other, 'ticket_queue', id)).toHaveLength(1));
    await settled(one);
    expect(of(one, 'ticket_queue', id)).toHaveLength(0);
  });

  it('is told to fetch again when a name has changed everywhere', async () => {
    const watcher = await socketOf(kim);
    await watcher.watch({ screen: 'queue' });
    const other = await openRoom(app, 'Before');
    await report(ana, other);
    await app.admin.post(`/api/rooms/${other}/renameRoom`, { name: 'After', building: '', floor: '' });
    await until(() => expect(watcher.refreshed).toContain('ticket_queue'));
  });
});

describe('A ticket', () => {
  it('is told to its requester without what is internal, and to technicians whole', async () => {
    const id = await report(ana, roomId);
    await ana.get('/api/tickets', { 'daybook-after': String(app.daybook.projector.position()) });
    const [hers, staffs] = [await socketOf(ana), await socketOf(kim)];
    for (const watcher of [hers, staffs])
      await until(async () =>
        expect((await watcher.watch({ screen: 'ticket', ticketId: id })).ok).toBe(true),
      );
    await hers.watch({ screen: 'mine' });
    await kim.post(`/api/tickets/${id}/comment`, {
      body: 'She broke it herself.',
      visibility: 'internal',
    });
    await kim.post(`/api/tickets/${id}/logWork`, { minutes: 20, note: 'Fixed in secret' });
    await kim.post(`/api/tickets/${id}/comment`, { body: 'We are looking into it.' });
    await until(() => expect(of(staffs, 'ticket_conversation')).toHaveLength(3));
    await until(() => expect(of(hers, 'ticket_conversation')).toHaveLength(1));
    await until(() => expect(of(hers, 'ticket_queue').at(-1)?.revision).toBe('3'));
    await settled(hers);
    const told = JSON.stringify(hers.changes);
    expect(told).not.toContain('internalNotes');
    expect(told).not.toContain('herself');
    expect(told).not.toContain('in secret');
    expect(of(staffs, 'ticket_page').at(-1)?.row).toMatchObject({ internalNotes: 1, minutesWorked: 20 });
    expect(of(staffs, 'ticket_history').map(({ row }) => row?.['type'])).toEqual(
      expect.arrayContaining(['CommentAdded', 'WorkLogged']),
    );
  });

  it('does not exist for others', async () => {
    const id = await report(ana, roomId);
    const his = await socketOf(ben);
    await his.watch({ screen: 'mine' });
    expect(await his.watch({ screen: 'ticket', ticketId: id })).toMatchObject({ ok: false });
    await kim.post(`/api/tickets/${id}/comment`, { body: 'For Ana alone' });
    await settled(his);
    expect(JSON.stringify(his.changes)).not.toContain(id);
  });

  it('comes to a watcher when the watcher is added, and goes when removed', async () => {
    const id = await report(ana, roomId);
    const his = await socketOf(ben);
    await his.watch({ screen: 'mine' });
    await kim.post(`/api/tickets/${id}/watch`, { userId: ben.user.userId });
    await until(() => expect(of(his, 'ticket_queue', id).at(-1)?.row).toMatchObject({ ticketId: id }));
    expect((await his.watch({ screen: 'ticket', ticketId: id })).ok).toBe(true);
    await kim.post(`/api/tickets/${id}/unwatch`, { userId: ben.user.userId });
    await until(() => expect(of(his, 'ticket_queue', id).at(-1)?.row).toBeNull());
    await until(() => expect(of(his, 'ticket_page', id).at(-1)?.row).toBeNull());
    const before = his.changes.length;
    await kim.post(`/api/tickets/${id}/comment`, { body: 'Without Ben' });
    await settled(his);
    expect(his.changes.slice(before).filter(({ table }) => table !== 'rooms')).toEqual([]);
  });
});

describe('Rooms, categories and people', () => {
  it('are told to who may read them; people to staff, and to each person the own account', async () => {
    const [hers, staffs] = [await socketOf(ana), await socketOf(kim)];
    for (const watcher of [hers, staffs])
      for (const screen of ['rooms', 'categories', 'users'] as const)
        expect((await watcher.watch({ screen })).ok).toBe(true);
    const room = await openRoom(app, 'New room');
    const category = await app.admin.post('/api/categories', { kind: 'ticket', name: 'New category' });
    const { user } = await app.join('requester', 'Newcomer');
    await app.admin.post(`/api/users/${ana.user.userId}/correctUserDetails`, { phone: '123' });
    for (const watcher of [hers, staffs]) {
      await until(() => expect(of(watcher, 'rooms', room)[0]?.row).toMatchObject({ name: 'New room' }));
      await until(() => expect(of(watcher, 'categories', category.body.id)).toHaveLength(1));
      await until(() =>
        expect(of(watcher, 'users', ana.user.userId).at(-1)?.row).toMatchObject({ phone: '123' }),
      );
    }
    expect(of(staffs, 'users', user.userId).at(-1)?.row).toMatchObject({ name: 'Newcomer' });
    expect(of(hers, 'users', user.userId)).toHaveLength(0);
  });
});

describe('The sockets of a person', () => {
  it('are told and cut when the account is deactivated', async () => {
    const person = await app.join('technician');
    const watchers = [await socketOf(person), await socketOf(person)];
    for (const watcher of watchers) await watcher.watch({ screen: 'queue' });
    await app.admin.post(`/api/users/${person.user.userId}/deactivateUser`);
    for (const { ends } of watchers) await until(() => expect(ends.at(-1)).toBe('io server disconnect'));
    for (const { ends } of watchers) expect(ends[0]).toBe('signedOut');
    await expect(connectSocket(app.url, { token: person.token })).rejects.toThrow('Not signed in');
  });

  it('are cut when the role changes, and see the new role’s screens when they come back', async () => {
    const person = await app.join('technician');
    const watcher = await socketOf(person);
    await watcher.watch({ screen: 'queue' });
    await app.admin.post(`/api/users/${person.user.userId}/changeUserRole`, { role: 'requester' });
    await until(() => expect(watcher.ends).toEqual(['io server disconnect']));
    const again = await socketOf(person);
    expect((await again.watch({ screen: 'queue' })).ok).toBe(false);
  });

  it('of one session are told and cut when it ends; those of others stay', async () => {
    const person = await app.join('technician');
    const elsewhere = await app.signIn(person.user.email);
    const [here, there] = [await socketOf(person), await socketOf(elsewhere)];
    const next = 'an even better password';
    await person.post('/api/auth/password', { current: 'correct horse battery', next });
    await until(() => expect(there.ends).toEqual(['signedOut', 'io server disconnect']));
    expect(here.ends).toEqual([]);
    expect((await here.watch({ screen: 'queue' })).ok).toBe(true);
  });
});
