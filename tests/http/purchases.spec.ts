import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Screen } from '#api/contract/live.ts';
import type { Route } from '#api/http/route.ts';
import { screenReads } from '#api/live/screens.ts';
import { picture } from '#cli/demo/scenes.ts';
import { seeded } from '#cli/demo/random.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { makeCategory, openRoom, report } from '#tests/support/fixtures.ts';
import { connectSocket, type Watcher } from '#tests/support/socket.ts';
import { kindOf } from '#tests/support/walk.ts';

const PURCHASE = {
  vendor: 'Quillfeather Trading',
  purchasedOn: '2019-03-07',
  cost: 7351.19,
  currency: 'XTS',
  depreciation: { method: 'decliningBalance', percent: 13.37, residual: 41.83 },
};
const REPAIR = { vendor: 'Ironbark Repairs', note: 'Third time, charge the department.' };
/** What tells of a purchase or a repair, wherever it is written. */
const TELLTALES = ['Quillfeather', '2019-03-07', '7351', 'XTS', '13.37', '41.83', 'Ironbark', 'Third time'];
const told = (text: string) => TELLTALES.filter((one) => text.includes(one));

let app: TestApp;
let known: { readonly roomId: string; readonly categoryId: string };
let ana: Person;
let kim: Person;
let eve: Person;
let thing: string;
let component: string;
let ticket: string;
let hidden: string;
const open: Watcher[] = [];

const give = async (path: string, body: unknown): Promise<string> => {
  const answer = await kim.post(path, body);
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  await upToDate(app);
  return answer.body.id;
};
const after = () => ({ 'daybook-after': String(app.daybook.projector.position()) });

beforeAll(async () => {
  app = await startApp();
  known = { roomId: await openRoom(app), categoryId: await makeCategory(app) };
  ana = await app.join('requester', 'Ana');
  kim = await app.join('technician', 'Kim');
  eve = await app.join('auditor', 'Eve');
  const bought = async (tag: string, more: object = {}) =>
    give('/api/equipment', { ...known, tag, name: 'Plotter', ...PURCHASE, ...more });
  thing = await bought('PAID-1', { serial: 'SN-1' });
  component = await bought('PAID-2');
  await give(`/api/equipment/${component}/fitComponent`, { hostId: thing });
  await give(`/api/equipment/${thing}/checkOut`, {
    to: { kind: 'person', userId: ana.user.userId },
    toBeAccepted: true,
  });
  ticket = await report(ana, known.roomId);
  hidden = await report(kim, known.roomId);
  for (const ticketId of [ticket, hidden])
    await give(`/api/tickets/${ticketId}/linkEquipment`, { equipmentId: thing });
});
afterAll(() => app.stop());
afterEach(() => {
  for (const watcher of open.splice(0)) watcher.close();
});

/** The addresses of what a route tells of this one thing, its borrower and their ticket. */
function pathsOf(route: Route): string[] {
  const { path } = route;
  if (!path.includes(':')) return [path];
  const ids: Readonly<Record<string, readonly string[]>> = {
    equipment: [thing, component, 'PAID-1'],
    tickets: [ticket],
    users: [ana.user.userId],
    rooms: [known.roomId],
    categories: [known.categoryId],
    scan: ['PAID-1'],
  };
  return (ids[kindOf(route)] ?? [])
    .map((id) => path.replace(/:(id|tag)/, id))
    .filter((one) => !one.includes(':'));
}
const reading = () => app.daybook.routes.filter(({ method }) => method === 'get').flatMap(pathsOf);
const MORE = ['?valueOn=2024-01-01', '?revision=0', `?asOf=${new Date().toISOString()}`];

/** Everything that a person is answered about it, by address. */
async function allAnswered(person: Person): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const paths = [...reading(), ...MORE.map((query) => `/api/equipment/${thing}${query}`)];
  for (const path of paths) {
    const { status, body } = await person.get(path, after());
    if (status === 200) answers.set(path, typeof body === 'string' ? body : JSON.stringify(body));
  }
  return answers;
}

describe('What a thing has cost, and who has sold it', () => {
  it('is in no answer that its borrower can get, and in those of staff', async () => {
    const hers = await allAnswered(ana);
    for (const path of ['/api/equipment', `/api/equipment/${thing}`, '/api/export/equipment.csv'])
      expect(hers.get(path), path).toContain('PAID-1');
    for (const [path, text] of hers) expect(told(text), path).toEqual([]);
    for (const person of [kim, eve]) {
      const theirs = await allAnswered(person);
      expect(told(theirs.get('/api/equipment') ?? '')).toEqual(['Quillfeather', '2019-03-07', '7351', 'XTS']);
      expect(told(theirs.get('/api/export/equipment.csv') ?? '')).toEqual(TELLTALES.slice(0, 6));
      expect(told(theirs.get(`/api/equipment/${thing}`) ?? '')).toEqual(TELLTALES.slice(0, 6));
      const { bookValue } = (await person.get(`/api/equipment/${thing}`)).body.equipment;
      expect(bookValue?.value).toBeGreaterThan(0);
    }
  });

  it('leaves the book value of a day of the borrower’s choice untold', async () => {
    const { equipment } = (await ana.get(`/api/equipment/${thing}?valueOn=2020-01-01`)).body;
    expect(equipment).toMatchObject({ bookValue: null, depreciation: null, cost: null, vendor: '' });
  });

  it('is not found out by searching', async () => {
    const found = async (person: Person, q: string) =>
      (await person.get(`/api/equipment?q=${encodeURIComponent(q)}`, after())).body.items.map(
        (row) => row['tag'],
      );
    expect(await found(ana, 'Quillfeather')).toEqual([]);
    const first = await ana.get('/api/equipment?q=Quillfeather&limit=1', after());
    expect(first.body).toMatchObject({ items: [], next: null });
    for (const q of ['plot', 'plotter paid', 'paid-1', 'sn-1'])
      expect(await found(ana, q), q).toContain('PAID-1');
    expect(await found(ana, '100%')).toEqual([]);
    expect(await found(kim, 'Quillfeather')).toEqual(['PAID-1', 'PAID-2']);
  });

  it('is not in what a borrower is answered to a command that came too late', async () => {
    await give(`/api/equipment/${thing}/correctEquipmentDetails`, { cost: 7351.2 });
    const late = await ana.post(
      `/api/equipment/${thing}/declineCheckout`,
      { reason: 'No need.' },
      { 'if-match': '"0"' },
    );
    expect(late.status).toBe(409);
    expect(told(JSON.stringify(late.body))).toEqual([]);
  });
});

describe('A document among its pictures', () => {
  const attach = async (kind: string): Promise<string> => {
    const form = new FormData();
    form.set('kind', kind);
    const bytes = new Uint8Array(picture('dialog', seeded(1)));
    form.set('image', new Blob([bytes]), 'image.png');
    const { body } = await kim.send(`/api/equipment/${thing}/images`, { method: 'POST', body: form });
    await upToDate(app);
    return body.imageId;
  };

  it('is for staff, and a photo is for its borrower too', async () => {
    const invoice = await attach('document');
    const seen = async (person: Person) => {
      const { imageId, images } = (await person.get(`/api/equipment/${thing}`, after())).body.equipment;
      return { imageId, images: images.map((image) => image.imageId) };
    };
    const shown = async ({ token }: Person, image: string) => {
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${app.url}/api/equipment/${thing}/images/${image}`, { headers })).status;
    };
    expect(await seen(kim)).toEqual({ imageId: null, images: [invoice] });
    expect(await seen(ana)).toEqual({ imageId: null, images: [] });
    const photo = await attach('photo');
    expect(await seen(eve)).toEqual({ imageId: photo, images: [invoice, photo] });
    expect(await seen(ana)).toEqual({ imageId: photo, images: [photo] });
    expect(await Promise.all([kim, eve, ana].map((person) => shown(person, photo)))).toEqual([200, 200, 200]);
    expect(await Promise.all([kim, eve, ana].map((person) => shown(person, invoice)))).toEqual([
      200, 200, 404,
    ]);
  });
});

describe('A repair', () => {
  it('is told to the borrower without who repairs it, what was noted, and tickets of others', async () => {
    await give(`/api/equipment/${thing}/startRepair`, { ...REPAIR, ticketId: hidden });
    const seen = async (person: Person) =>
      (await person.get(`/api/equipment/${thing}`, after())).body.equipment;
    expect((await seen(ana)).repair).toMatchObject({ ticketId: null, vendor: '', note: '' });
    expect((await seen(ana)).stage).toBe('InRepair');
    expect((await seen(kim)).repair).toMatchObject({ ...REPAIR, ticketId: hidden });
    for (const [path, text] of await allAnswered(ana)) expect(told(text), path).toEqual([]);
    await give(`/api/equipment/${thing}/finishRepair`, {
      outcome: 'repaired',
      cost: 41.83,
      note: REPAIR.note,
    });
    await give(`/api/equipment/${thing}/startRepair`, { ...REPAIR, ticketId: ticket });
    expect((await seen(ana)).repair?.ticketId).toBe(ticket);
    await give(`/api/equipment/${thing}/finishRepair`, { outcome: 'repaired' });
  });
});

describe('The socket of a borrower', () => {
  it('is told that things change, and nothing of what was paid for them', async () => {
    const watching = async (person: Person): Promise<Watcher> => {
      const watcher = await connectSocket(app.url, { token: person.token });
      open.push(watcher);
      for (const screen of Object.keys(screenReads) as Screen['screen'][])
        await watcher.watch({ screen, equipmentId: thing, ticketId: ticket, stocktakeId: thing });
      return watcher;
    };
    const [hers, staffs] = [await watching(ana), await watching(kim)];
    await give(`/api/equipment/${thing}/correctEquipmentDetails`, { cost: 7351.21, model: 'Mark II' });
    await give(`/api/equipment/${thing}/startRepair`, { ...REPAIR, ticketId: hidden });
    const tables = ({ changes }: Watcher) => new Set(changes.map(({ table }) => table));
    await vi.waitFor(() => {
      for (const table of ['equipment_register', 'equipment_page'] as const)
        for (const watcher of [hers, staffs])
          expect(watcher.changes.filter((change) => change.table === table).at(-1)?.row?.['stage']).toBe(
            'InRepair',
          );
    });
    expect(tables(staffs)).toContain('equipment_history');
    expect(tables(hers)).not.toContain('equipment_history');
    expect(told(JSON.stringify(hers.changes))).toEqual([]);
    expect(JSON.stringify(hers.changes)).not.toContain(hidden);
    expect(told(JSON.stringify(staffs.changes))).toEqual(TELLTALES);
  });
});
