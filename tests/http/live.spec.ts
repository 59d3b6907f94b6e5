import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom, report } from '#tests/support/fixtures.ts';
import { settled, sockets, told, until } from '#tests/support/watching.ts';

let app: TestApp;
let roomId: string;
let ana: Person;
let ben: Person;
let kim: Person;
beforeAll(async () => {
  app = await startApp();
  roomId = await openRoom(app);
  ana = await app.join('requester', 'Ana');
  ben = await app.join('requester', 'Ben');
  kim = await app.join('technician', 'Kim');
});
afterAll(() => app.stop());
const { watching } = sockets();

describe('The queue', () => {
  it('is told of each change, with the row as the API gives it, and of the counts', async () => {
    const watcher = await watching(app, kim);
    const answer = await watcher.watch({ screen: 'queue' });
    expect(answer).toEqual({ ok: true, position: expect.stringMatching(/^\d+$/) as string });
    const id = await report(ana, roomId);
    await kim.post(`/api/tickets/${id}/prioritise`, { priority: 'high' });
    await until(() => expect(told(watcher, 'ticket_queue', id).at(-1)?.revision).toBe('1'));
    const { body } = await kim.get(`/api/tickets?requester=${ana.user.userId}&limit=500`);
    const row = body.items.find(({ ticketId }) => ticketId === id);
    expect(told(watcher, 'ticket_queue', id).at(-1)?.row).toEqual(row);
    await until(() => expect(watcher.counts.length).toBeGreaterThan(0));
  });

  it('has its counts told by themselves too, without its rows', async () => {
    const watcher = await watching(app, kim, { screen: 'counts' });
    const id = await report(ana, roomId);
    await until(() => expect(watcher.counts.length).toBeGreaterThan(0));
    expect(told(watcher, 'ticket_queue', id)).toEqual([]);
  });

  it('does not exist for requesters', async () => {
    const watcher = await watching(app, ana);
    const answer = await watcher.watch({ screen: 'queue' });
    expect(answer).toMatchObject({ ok: false, problem: { type: '/problems/not-found' } });
  });

  it('is told no more once it is not watched', async () => {
    const [one, other] = [await watching(app, kim), await watching(app, kim)];
    for (const watcher of [one, other]) await watcher.watch({ screen: 'queue' });
    await one.unwatch({ screen: 'queue' });
    const id = await report(ana, roomId);
    await until(() => expect(told(other, 'ticket_queue', id)).toHaveLength(1));
    await settled(app, one);
    expect(told(one, 'ticket_queue', id)).toHaveLength(0);
  });

  it('is told to fetch again when a name has changed everywhere', async () => {
    const watcher = await watching(app, kim, { screen: 'queue' });
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
    const [hers, staffs] = [await watching(app, ana), await watching(app, kim)];
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
    await until(() => expect(told(staffs, 'ticket_conversation')).toHaveLength(3));
    await until(() => expect(told(hers, 'ticket_conversation')).toHaveLength(1));
    await until(() => expect(told(hers, 'ticket_queue').at(-1)?.revision).toBe('3'));
    await settled(app, hers);
    const text = JSON.stringify(hers.changes);
    expect(text).not.toContain('internalNotes');
    expect(text).not.toContain('herself');
    expect(text).not.toContain('in secret');
    expect(told(staffs, 'ticket_page').at(-1)?.row).toMatchObject({ internalNotes: 1, minutesWorked: 20 });
    expect(told(staffs, 'ticket_history').map(({ row }) => row?.['type'])).toEqual(
      expect.arrayContaining(['CommentAdded', 'WorkLogged']),
    );
  });

  it('does not exist for others', async () => {
    const id = await report(ana, roomId);
    const his = await watching(app, ben, { screen: 'mine' });
    expect(await his.watch({ screen: 'ticket', ticketId: id })).toMatchObject({ ok: false });
    await kim.post(`/api/tickets/${id}/comment`, { body: 'For Ana alone' });
    await settled(app, his);
    expect(JSON.stringify(his.changes)).not.toContain(id);
  });

  it('comes to a watcher when the watcher is added, and goes when removed', async () => {
    const id = await report(ana, roomId);
    const his = await watching(app, ben, { screen: 'mine' });
    await kim.post(`/api/tickets/${id}/watch`, { userId: ben.user.userId });
    await until(() => expect(told(his, 'ticket_queue', id).at(-1)?.row).toMatchObject({ ticketId: id }));
    expect((await his.watch({ screen: 'ticket', ticketId: id })).ok).toBe(true);
    await kim.post(`/api/tickets/${id}/unwatch`, { userId: ben.user.userId });
    await until(() => expect(told(his, 'ticket_queue', id).at(-1)?.row).toBeNull());
    await until(() => expect(told(his, 'ticket_page', id).at(-1)?.row).toBeNull());
    const before = his.changes.length;
    await kim.post(`/api/tickets/${id}/comment`, { body: 'Without Ben' });
    await settled(app, his);
    expect(his.changes.slice(before).filter(({ table }) => table !== 'rooms')).toEqual([]);
  });
});

describe('Rooms, categories and people', () => {
  it('are told to who may read them; people to staff, and to each person the own account', async () => {
    const [hers, staffs] = [await watching(app, ana), await watching(app, kim)];
    for (const watcher of [hers, staffs])
      for (const screen of ['rooms', 'categories', 'users'] as const)
        expect((await watcher.watch({ screen })).ok).toBe(true);
    const room = await openRoom(app, 'New room');
    const category = await app.admin.post('/api/categories', { kind: 'ticket', name: 'New category' });
    const { user } = await app.join('requester', 'Newcomer');
    await app.admin.post(`/api/users/${ana.user.userId}/correctUserDetails`, { phone: '123' });
    for (const watcher of [hers, staffs]) {
      await until(() => expect(told(watcher, 'rooms', room)[0]?.row).toMatchObject({ name: 'New room' }));
      await until(() => expect(told(watcher, 'categories', category.body.id)).toHaveLength(1));
      await until(() =>
        expect(told(watcher, 'users', ana.user.userId).at(-1)?.row).toMatchObject({ phone: '123' }),
      );
    }
    expect(told(staffs, 'users', user.userId).at(-1)?.row).toMatchObject({ name: 'Newcomer' });
    expect(told(hers, 'users', user.userId)).toHaveLength(0);
  });
});
