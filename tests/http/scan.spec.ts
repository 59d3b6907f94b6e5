import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { lend, makeCategory, openRoom, registerThing } from '#tests/support/fixtures.ts';

let app: TestApp;
let equipmentId: string;
let ana: Person;
let ben: Person;
let kim: Person;
beforeAll(async () => {
  app = await startApp();
  const roomId = await openRoom(app, 'Secret lab');
  equipmentId = await registerThing(app, {
    roomId,
    categoryId: await makeCategory(app),
    tag: 'TAG-1',
    name: 'Oscilloscope',
  });
  ana = await app.join('requester', 'Ana');
  ben = await app.join('requester', 'Ben');
  kim = await app.join('technician', 'Kim');
  await upToDate(app);
});
afterAll(() => app.stop());

async function allow(facts: readonly string[], mayReport = true): Promise<void> {
  const { status } = await app.admin.post('/api/settings/definePublicScan', { facts, mayReport });
  expect(status).toBe(200);
  await upToDate(app);
}

describe('A label scanned by somebody who is not signed in', () => {
  it('looks the same whether there is such a thing or not, as long as nothing is public', async () => {
    await allow([]);
    const [there, notThere, byId] = await Promise.all(
      ['TAG-1', 'TAG-2', equipmentId].map((tag) => app.get(`/api/scan/${tag}`)),
    );
    expect(there?.body).toEqual({ known: false, mayReport: true, equipmentId: null, state: 'signedOut' });
    expect(notThere?.body).toEqual(there?.body);
    expect(byId?.body).toEqual(there?.body);
    expect(there?.headers.get('cache-control')).toBe('no-store');
  });

  it('tells what is public and nothing else', async () => {
    await allow(['name']);
    const { body } = await app.get('/api/scan/tag-1');
    expect(body).toEqual({
      known: true,
      name: 'Oscilloscope',
      mayReport: true,
      equipmentId: null,
      state: 'signedOut',
    });
    await allow(['name', 'room'], false);
    const more = await app.get('/api/scan/TAG-1');
    expect(more.body).toMatchObject({ room: 'Secret lab', mayReport: false });
    expect((await app.get('/api/scan/TAG-2')).body).toEqual({
      known: false,
      mayReport: false,
      equipmentId: null,
      state: 'signedOut',
    });
  });

  it('can be asked for so many times a minute', async () => {
    const slow = await startApp({ RATE_LIMIT_SIGN_IN: '5' });
    try {
      const answers = await Promise.all(Array.from({ length: 6 }, () => slow.get('/api/scan/TAG-1')));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
    } finally {
      await slow.stop();
    }
  });
});

describe('A label scanned by somebody who is signed in', () => {
  it('leads staff and the borrower to the thing, and others to what is public', async () => {
    await allow([]);
    const staff = await kim.get('/api/scan/TAG-1');
    expect(staff.body).toMatchObject({ known: true, name: 'Oscilloscope', equipmentId, state: 'signedIn' });
    await lend(app, equipmentId, ana);
    expect((await ana.get('/api/scan/TAG-1')).body).toMatchObject({ known: true, equipmentId });
    expect((await ben.get('/api/scan/TAG-1')).body).toEqual({
      known: false,
      mayReport: true,
      equipmentId: null,
      state: 'signedIn',
    });
  });
});

describe('A report from a scan', () => {
  it('names the thing for the staff without telling its reporter the id', async () => {
    const scannedRoom = await openRoom(app);
    const sent = { title: 'It hums', roomId: scannedRoom, scanned: 'tag-1' };
    const { body } = await ben.post('/api/tickets', sent);
    expect(JSON.stringify(body)).not.toContain(equipmentId);
    const after = { 'daybook-after': body.position };
    const seen = await kim.get(`/api/tickets/${body.id}`, after);
    expect(seen.body.ticket.equipmentIds).toEqual([equipmentId]);
    for (const path of [`/api/tickets/${body.id}`, `/api/tickets/${body.id}/history`])
      expect(JSON.stringify((await ben.get(path, after)).body)).not.toContain(equipmentId);
  });
});
