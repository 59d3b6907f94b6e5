import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom, report } from '#tests/support/fixtures.ts';

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

const now = () => ({ 'daybook-after': String(app.daybook.projector.position()) });
const idsOf = async (person: Person, path: string, headers = now()): Promise<unknown[]> =>
  (await person.get(path, headers)).body.items.map(({ ticketId }) => ticketId);
async function told(person: Person, path: string, input: unknown = {}) {
  const { body } = await person.post(path, input);
  await app.daybook.projector.waitFor(BigInt(body.position), 5_000);
  return body;
}

describe('The queue', () => {
  it('is read to its end by cursors, each ticket once, while others come in', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 25; n++) ids.push(await report(ben, roomId, `Number ${n}`));
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const { body, status } = await kim.get(
        `/api/tickets?requester=${ben.user.userId}&sort=number&limit=7${cursor}`,
        now(),
      );
      expect(status).toBe(200);
      seen.push(...body.items.map(({ ticketId }) => ticketId));
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
      await report(kim, roomId);
    } while (cursor !== '');
    expect(seen).toEqual(ids);
  });

  it('takes no cursor of another list', async () => {
    const { body } = await kim.get('/api/tickets?sort=number&limit=1', now());
    const other = await kim.get(`/api/tickets?sort=-updatedAt&cursor=${String(body.next)}`);
    expect([other.status, other.body.type]).toEqual([400, '/problems/malformed']);
    expect((await kim.get('/api/tickets?cursor=nonsense')).status).toBe(400);
  });

  it('is narrowed to what is mine, nobody’s, of a status, a tag and words', async () => {
    const [mine, free] = [
      await report(ana, roomId, 'A purple gorilla'),
      await report(ana, roomId, 'Nothing else'),
    ];
    await told(kim, `/api/tickets/${mine}/accept`);
    await told(kim, `/api/tickets/${mine}/tag`, { tag: 'zoo' });
    const room = `&room=${roomId}&limit=500`;
    expect(await idsOf(kim, `/api/tickets?assignee=me${room}`)).toEqual([mine]);
    expect(await idsOf(kim, `/api/tickets?assignee=none${room}`)).toEqual(expect.arrayContaining([free]));
    expect(await idsOf(kim, `/api/tickets?status=Open,Pending${room}`)).toEqual([mine]);
    expect(await idsOf(kim, `/api/tickets?tag=zoo${room}`)).toEqual([mine]);
    expect(await idsOf(kim, `/api/tickets?q=gorilla${room}`)).toEqual([mine]);
    expect(await idsOf(ben, `/api/tickets?q=gorilla${room}`)).toEqual([]);
    expect((await idsOf(ana, `/api/tickets?requester=me${room}`)).sort()).toEqual([mine, free].sort());
  });

  it('can be seen as it stood', async () => {
    const id = await report(ana, roomId, 'Stood so');
    await told(kim, `/api/tickets/${id}/prioritise`, { priority: 'low' });
    const before = new Date().toISOString();
    await expect.poll(() => Date.now()).toBeGreaterThan(Date.parse(before)); // two changes in one millisecond stand at one instant
    await told(kim, `/api/tickets/${id}/prioritise`, { priority: 'urgent' });
    const priorityAt = async (query: string) =>
      (await kim.get(`/api/tickets/${id}${query}`, now())).body.ticket.priority;
    expect(await priorityAt('')).toBe('urgent');
    expect(await priorityAt(`?asOf=${before}`)).toBe('low');
    expect(await priorityAt('?revision=0')).toBe('normal');
    const rows = (await kim.get(`/api/tickets?asOf=${before}&priority=low`, now())).body.items;
    expect(rows.map(({ ticketId }) => ticketId)).toContain(id);
  });

  it('finds a ticket by its number', async () => {
    const { body } = await ana.post('/api/tickets', { title: 'By its number', roomId });
    const found = await ana.get(`/api/tickets/${body.number}`, { 'daybook-after': body.position });
    expect(found.body.ticket.ticketId).toBe(body.id);
    expect((await ben.get(`/api/tickets/${body.number}`)).status).toBe(404);
  });

  it('says what the reader may do with a ticket', async () => {
    const id = await report(ana, roomId);
    const mayOf = async (person: Person) => (await person.get(`/api/tickets/${id}`, now())).body.may;
    expect(await mayOf(ana)).toEqual(expect.arrayContaining(['comment', 'cancel', 'retitle']));
    expect(await mayOf(ana)).not.toContain('assign');
    expect(await mayOf(kim)).toEqual(expect.arrayContaining(['accept', 'assign', 'resolve']));
    expect(await mayOf(kim)).not.toContain('cancel');
  });
});

describe('A reader who has just written', () => {
  it('sees it with Daybook-After', async () => {
    for (let n = 0; n < 20; n++) {
      const { body } = await ana.post('/api/tickets', { title: `Mine at once ${n}`, roomId });
      const ids = await idsOf(ana, '/api/tickets?limit=1&sort=-number', { 'daybook-after': body.position });
      expect(ids).toEqual([body.id]);
    }
  });

  it('is told to come again where it does not show in time', async () => {
    const { status, body, headers } = await ana.get('/api/tickets', { 'daybook-after': '999999999' });
    expect([status, body.type, headers.get('retry-after')]).toEqual([503, '/problems/behind', '2']);
  });
});

describe('People, rooms and categories', () => {
  it('are listed by name, narrowed by what is asked', async () => {
    await openRoom(app, 'Zeppelin hangar');
    const rooms = (await ana.get('/api/rooms?q=zepp', now())).body.items;
    expect(rooms.map(({ name }) => name)).toEqual(['Zeppelin hangar']);
    const assignable = (await kim.get('/api/users?assignable=true&limit=500', now())).body.items;
    expect(assignable.map(({ role }) => role)).toEqual(expect.arrayContaining(['technician', 'admin']));
    expect(assignable.some(({ role }) => role === 'requester')).toBe(false);
  });

  it('tell what a person holds', async () => {
    const max = await app.join('technician', 'Max');
    const id = await report(ana, roomId);
    await told(max, `/api/tickets/${id}/accept`);
    const { body } = await app.admin.get(`/api/users/${max.user.userId}/holdings`);
    expect(body.tickets.map(({ ticketId }) => ticketId)).toEqual([id]);
  });

  it('tell their history to staff', async () => {
    const room = await openRoom(app, 'Old name');
    await told(app.admin, `/api/rooms/${room}/renameRoom`, { name: 'New name', building: '', floor: '' });
    const { body } = await kim.get(`/api/rooms/${room}/history`);
    expect(body.items.map(({ type }) => type)).toEqual(['RoomOpened', 'RoomRenamed']);
    expect(body.items[1]?.['changes']).toEqual([{ field: 'name', from: 'Old name', to: 'New name' }]);
    expect((await ana.get(`/api/rooms/${room}/history`)).status).toBe(404);
  });
});
