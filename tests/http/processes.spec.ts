import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newDirectory, startApp, type TestApp } from '#tests/support/app.ts';
import { openRoom, report } from '#tests/support/fixtures.ts';
import { startMariaDb, type MariaDb } from '#tests/support/mariadb.ts';
import { startEventStore, startRedis, type TestServer } from '#tests/support/servers.ts';
import { connectSocket } from '#tests/support/socket.ts';

const directory = newDirectory();
let database: MariaDb;
let journal: TestServer;
let redis: TestServer;
let one: TestApp;
let other: TestApp;
beforeAll(async () => {
  [database, journal, redis] = await Promise.all([startMariaDb(), startEventStore(directory), startRedis()]);
  const settings = {
    EVENTSTORE_URL: journal.url,
    REDIS_URL: redis.url,
    DATABASE_URL: await database.database('daybook'),
    VAULT_DATABASE_URL: await database.database('daybook_vault'),
  };
  one = await startApp(settings);
  other = await startApp(settings);
});
afterAll(async () => {
  await other.stop();
  await journal.kill();
  await redis.kill();
  await database.stop();
  rmSync(directory, { recursive: true, force: true });
});

const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

describe('Two processes on one journal and one database', () => {
  it('are one desk: what one writes the other reads, with Daybook-After', async () => {
    expect([one, other].filter(({ daybook }) => daybook.projector.leads())).toHaveLength(1);
    const roomId = await openRoom(one);
    const { body } = await other.admin.post('/api/tickets', { title: 'Across', roomId });
    for (const app of [one, other]) {
      const { body: page } = await app.admin.get('/api/tickets?sort=-number&limit=1', {
        'daybook-after': body.position,
      });
      expect(page.items[0]).toMatchObject({ ticketId: body.id, title: 'Across' });
    }
  });

  it('keep no answer beyond a change that the other made', async () => {
    const id = await report(one.admin, await openRoom(other));
    for (const [n, title] of ['First title', 'Second title', 'Third title'].entries()) {
      const writer = [one, other][n % 2];
      const { body } = (await writer?.admin.post(`/api/tickets/${id}/retitle`, { title })) ?? {};
      for (const app of [one, other]) {
        const page = await app.admin.get('/api/tickets?sort=-number&limit=1', {
          'daybook-after': String(body?.position),
        });
        expect(page.body.items[0]).toMatchObject({ ticketId: id, title });
      }
    }
  });

  it('tell the sockets of each other, staff and requesters', async () => {
    const [follower = other] = [one, other].filter(({ daybook }) => !daybook.projector.leads());
    const roomId = await openRoom(one);
    const ana = await one.join('requester', 'Ana');
    const id = await report(ana, roomId);
    const staff = await connectSocket(follower.url, { token: follower.admin.token });
    const hers = await connectSocket(follower.url, { token: ana.token });
    await staff.watch({ screen: 'queue' });
    await hers.watch({ screen: 'mine' });
    await until(async () => expect((await hers.watch({ screen: 'ticket', ticketId: id })).ok).toBe(true));
    await one.admin.post(`/api/tickets/${id}/comment`, { body: 'Not for Ana', visibility: 'internal' });
    await one.admin.post(`/api/tickets/${id}/comment`, { body: 'For Ana' });
    await until(() =>
      expect(staff.changes.some(({ key, revision }) => key === id && revision === '2')).toBe(true),
    );
    await until(() => expect(JSON.stringify(hers.changes)).toContain('For Ana'));
    expect(JSON.stringify(hers.changes)).not.toContain('Not for Ana');
    for (const watcher of [staff, hers]) watcher.close();
  });

  it('cut the sockets of somebody who is deactivated at the other', async () => {
    const leaving = await one.join('technician', 'Leaving');
    const sockets = await Promise.all(
      [one, other].map(({ url }) => connectSocket(url, { token: leaving.token })),
    );
    await one.admin.post(`/api/users/${leaving.user.userId}/deactivateUser`);
    for (const { ends } of sockets) await until(() => expect(ends).toContain('io server disconnect'));
    const headers = { authorization: `Bearer ${leaving.token}` };
    for (const app of [one, other])
      await until(async () => expect((await app.get('/api/auth/me', headers)).status).toBe(401));
  });

  it('go on without the journal as far as they can, and wholly once it is back', async () => {
    const roomId = await openRoom(one);
    await journal.kill();
    const refused = await one.admin.post(
      '/api/tickets',
      { title: 'Lost?', roomId },
      { 'idempotency-key': 'k' },
    );
    expect([refused.status, refused.body.type]).toEqual([503, '/problems/unavailable']);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect((await one.admin.get('/api/tickets')).status).toBe(200);
    expect((await one.get('/readyz')).status).toBe(503);
    expect((await one.get('/healthz')).status).toBe(200);
    await journal.start();
    await until(async () => expect((await one.get('/readyz')).status).toBe(200));
    const done = await one.admin.post('/api/tickets', { title: 'Lost?', roomId }, { 'idempotency-key': 'k' });
    expect(done.status).toBe(201);
    const { body } = await other.admin.get('/api/tickets?sort=-number&limit=1', {
      'daybook-after': done.body.position,
    });
    expect(body.items[0]).toMatchObject({ title: 'Lost?' });
  });

  it('ask to come again while the database is away, and go on by themselves once it is back', async () => {
    const roomId = await openRoom(one);
    await database.kill();
    for (const path of ['/api/tickets', '/api/auth/me', '/api/auth/setup']) {
      const { status, body, headers } = await one.admin.get(path);
      expect([path, status, body.type]).toEqual([path, 503, '/problems/unavailable']);
      expect(headers.get('retry-after')).toBe('2');
    }
    expect((await one.get('/readyz')).body).toMatchObject({ ready: false, database: { ok: false } });
    expect((await one.get('/healthz')).status).toBe(200);
    expect((await one.get('/metrics')).status).toBe(200);
    await database.start();
    await until(async () => expect((await one.get('/readyz')).status).toBe(200));
    await until(async () =>
      expect((await one.admin.post('/api/tickets', { title: 'Back again', roomId })).status).toBe(201),
    );
    await until(async () => {
      const { body } = await other.admin.get('/api/tickets?sort=-number&limit=1');
      expect(body.items[0]).toMatchObject({ title: 'Back again' });
    });
  });

  it('hand over: when the one that projects ends, the other does', async () => {
    const leader = one.daybook.projector.leads() ? one : other;
    const roomId = await openRoom(one);
    await leader.stop();
    [one, other] = leader === one ? [one, other] : [other, one];
    await until(() => expect(other.daybook.projector.leads()).toBe(true));
    const { body } = await other.admin.post('/api/tickets', { title: 'After the change', roomId });
    const page = await other.admin.get('/api/tickets?sort=-number&limit=1', {
      'daybook-after': body.position,
    });
    expect(page.body.items[0]).toMatchObject({ title: 'After the change' });
  });
});
