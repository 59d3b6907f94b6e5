import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { lend, makeCategory, openRoom, registerThing, report } from '#tests/support/fixtures.ts';

let app: TestApp;
let roomId: string;
let ana: Person;
let ben: Person;
let kim: Person;
let lee: Person;
beforeAll(async () => {
  app = await startApp();
  roomId = await openRoom(app);
  ana = await app.join('requester', 'Ana');
  ben = await app.join('requester', 'Ben');
  kim = await app.join('technician', 'Kim');
  lee = await app.join('technician', 'Lee');
  for (const person of [ana, ben]) for (let n = 0; n < 3; n++) await report(person, roomId);
});
afterAll(() => app.stop());

const now = () => ({ 'daybook-after': String(app.daybook.projector.position()) });
async function told(person: Person, path: string, input: unknown = {}) {
  const { body } = await person.post(path, input);
  await app.daybook.projector.waitFor(BigInt(body.position), 5_000);
  return body;
}

describe('An answer that is kept', () => {
  const path = '/api/tickets?limit=5&sort=-number';
  const etagOf = async (person: Person) => (await person.get(path, now())).headers.get('etag') ?? '';

  it('is not sent again while nothing has changed, and is once something has', async () => {
    const etag = await etagOf(kim);
    expect((await kim.get(path, { 'if-none-match': etag })).status).toBe(304);
    await told(app.admin, `/api/rooms/${await openRoom(app, 'Elsewhere')}/closeRoom`);
    expect((await kim.get(path, { 'if-none-match': etag })).status).toBe(304);
    const id = await report(ana, roomId);
    const fresh = await kim.get(path, { ...now(), 'if-none-match': etag });
    expect([fresh.status, fresh.body.items[0]?.['ticketId']]).toEqual([200, id]);
  });

  it('is never somebody else’s', async () => {
    const people = [kim, ana, ben, app.admin];
    const answers = await Promise.all(people.map((person) => person.get(path, now())));
    const [hers, his] = [answers[1], answers[2]];
    expect(hers?.body.items.every((row) => row['requesterId'] === ana.user.userId)).toBe(true);
    expect(his?.body.items.every((row) => row['requesterId'] === ben.user.userId)).toBe(true);
    expect(JSON.stringify(hers?.body)).not.toContain('internalNotes');
    const tags = answers.map(({ headers }) => headers.get('etag') ?? '');
    expect(new Set(tags).size).toBe(4);
    for (const tag of tags.filter((_, n) => n !== 1))
      expect((await ana.get(path, { 'if-none-match': tag })).status).toBe(200);
  });

  it('is shared by those of one role who ask the same', async () => {
    const etag = await etagOf(kim);
    expect((await lee.get(path, { 'if-none-match': etag })).status).toBe(304);
    expect((await app.admin.get(path, { 'if-none-match': etag })).status).toBe(200);
  });

  it('follows the role of its reader', async () => {
    const person = await app.join('technician');
    expect((await person.get(path, now())).body.items).toHaveLength(5);
    await told(app.admin, `/api/users/${person.user.userId}/changeUserRole`, { role: 'requester' });
    expect((await person.get(path)).body.items).toEqual([]);
  });

  it('is the newest under a storm of changes, read after read', async () => {
    const id = await report(ana, roomId);
    const priorities = ['low', 'normal', 'high', 'urgent'];
    for (let n = 0; n < 40; n++) {
      const priority = priorities[n % 4];
      const { body } = await kim.post(`/api/tickets/${id}/prioritise`, { priority });
      const after = { 'daybook-after': body.position };
      const reads = await Promise.all(
        [1, 2, 3].map(() => kim.get('/api/tickets?limit=1&sort=-number', after)),
      );
      for (const read of reads) expect(read.body.items[0]).toMatchObject({ ticketId: id, priority });
    }
  });

  it('is compressed for those who can read it, and the same', async () => {
    const zipped = await kim.get('/api/tickets?limit=50', { 'accept-encoding': 'gzip' });
    const plain = await kim.get('/api/tickets?limit=50', { 'accept-encoding': 'identity' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(zipped.body).toEqual(plain.body);
    expect(zipped.headers.get('vary')).toContain('Authorization');
  });
});

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Ways to ask for what is one's own, all of which the API understands. */
const mine = [
  '/api/tickets?assignee=me',
  '/api/tickets?assignee=%6de',
  '/api/tickets?assignee=%6D%65',
  '/api/tickets?%61ssignee=me',
  '/api/tickets?status=Open&assignee=me&limit=5',
  `/api/tickets?assignee=${NOBODY},me`,
  `/api/tickets?assignee=${NOBODY}%2Cme`,
  `/api/tickets?assignee=me%2C${NOBODY}`,
  '/API/Tickets?assignee=me',
  '/api/equipment?holder=me',
  '/api/equipment?holder=m%65',
];

/** Others, which it does not. */
const refused = [
  'assignee=ME',
  'assignee=Me',
  'assignee=%4de',
  'assignee=+me',
  'assignee=me%00',
  'assignee=%256de',
  'ASSIGNEE=me',
  'assignee[]=me',
  'assignee=me&assignee=me',
  `assignee=${NOBODY}&assignee=me`,
];

describe('An answer about what is mine', () => {
  beforeAll(async () => {
    await told(kim, `/api/tickets/${await report(ana, roomId)}/accept`);
    const categoryId = await makeCategory(app);
    await lend(app, await registerThing(app, { roomId, categoryId }), kim);
  });

  it.each(mine)('is not kept for others of the same role: %s', async (path) => {
    const [first, second] = [await kim.get(path, now()), await lee.get(path, now())];
    expect(first.body.items).toHaveLength(1);
    expect(second.body.items).toEqual([]);
    expect((await kim.get(path, now())).body.items).toHaveLength(1);
  });

  it.each(refused)('is refused to whoever asks for it otherwise: %s', async (query) => {
    for (const person of [kim, lee]) {
      const { status, body } = await person.get(`/api/tickets?${query}`, now());
      expect([status, body.type]).toEqual([422, '/problems/invalid']);
    }
  });
});
