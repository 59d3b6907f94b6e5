import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Route } from '#api/http/route.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom } from '#tests/support/fixtures.ts';
import { connectSocket, type Watcher } from '#tests/support/socket.ts';
import { kindOf } from '#tests/support/walk.ts';

const PIN = '7391-sesame';
const LEFT = 'left-over-quux';
const pin = { type: 'text', key: 'pin', label: 'BIOS word', required: false, staffOnly: true } as const;
const colour = { type: 'text', key: 'colour', label: 'Colour', required: false } as const;
const old = { type: 'text', key: 'old', label: 'Old', required: false } as const;

let app: TestApp;
let ana: Person;
let kim: Person;
let eve: Person;
let thing: string;
let categoryId: string;
const open: Watcher[] = [];

const give = async (who: Person, path: string, body: unknown): Promise<string> => {
  const answer = await who.post(path, body);
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  await upToDate(app);
  return answer.body.id;
};

beforeAll(async () => {
  app = await startApp();
  ana = await app.join('requester', 'Ana');
  kim = await app.join('technician', 'Kim');
  eve = await app.join('auditor', 'Eve');
  const category = { kind: 'equipment', name: 'Laptops', fields: [pin, colour, old] };
  categoryId = await give(app.admin, '/api/categories', category);
  const roomId = await openRoom(app);
  const fields = { pin: PIN, colour: 'Teal', old: LEFT };
  thing = await give(kim, '/api/equipment', { tag: 'SF-1', name: 'ThinkPad', categoryId, roomId, fields });
  const to = { kind: 'person', userId: ana.user.userId };
  await give(kim, `/api/equipment/${thing}/checkOut`, { to, toBeAccepted: true });
  await give(app.admin, `/api/categories/${categoryId}/changeCategoryFields`, { fields: [pin, colour] });
});
afterAll(() => app.stop());
afterEach(() => {
  for (const watcher of open.splice(0)) watcher.close();
});

/** The addresses of what a route tells of this one thing, its borrower and its category. */
function pathsOf({ path }: Route): string[] {
  if (!path.includes(':')) return [path];
  const ids: Readonly<Record<string, readonly string[]>> = {
    equipment: [thing, 'SF-1'],
    users: [ana.user.userId],
    categories: [categoryId],
    scan: ['SF-1'],
  };
  const own = (ids[kindOf({ path } as Route)] ?? []).map((id) => path.replace(/:(id|tag)/, id));
  return own.filter((one) => !one.includes(':'));
}

async function allAnswered(person: Person): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const paths = app.daybook.routes.filter(({ method }) => method === 'get').flatMap(pathsOf);
  for (const path of [...paths, '/api/equipment?q=sesame', `/api/equipment/${thing}?revision=0`]) {
    const { status, body } = await person.get(path);
    if (status === 200) answers.set(path, typeof body === 'string' ? body : JSON.stringify(body));
  }
  return answers;
}

describe('A custom field that its category keeps for staff', () => {
  const told = ['/api/export/equipment.csv'];

  it('is in no answer that a borrower can get, where the others are', async () => {
    const hers = await allAnswered(ana);
    for (const path of [...told, `/api/equipment/${thing}`, '/api/equipment/SF-1'])
      expect(hers.get(path), path).toContain('Teal');
    for (const [path, text] of hers) expect(text, path).not.toMatch(/sesame|quux/);
    expect(hers.get('/api/export/equipment.csv')).not.toContain(pin.label);
    expect((await ana.get(`/api/equipment/${thing}`)).body.equipment.fields).toEqual({ colour: 'Teal' });
  });

  it('is in those of staff, with what the category asks for no longer', async () => {
    for (const person of [kim, eve, app.admin]) {
      const theirs = await allAnswered(person);
      for (const path of [...told, `/api/equipment/${thing}`, `/api/equipment/${thing}/history`])
        expect(theirs.get(path), path).toContain(PIN);
      const { fields } = (await person.get(`/api/equipment/${thing}`)).body.equipment;
      expect(fields).toEqual({ pin: PIN, colour: 'Teal', old: LEFT });
    }
  });

  it('is told over no socket of the borrower, nor in an answer to a command that came too late', async () => {
    const watching = async (person: Person): Promise<Watcher> => {
      const watcher = await connectSocket(app.url, { token: person.token });
      open.push(watcher);
      await watcher.watch({ screen: 'thing', equipmentId: thing });
      return watcher;
    };
    const [hers, staffs] = [await watching(ana), await watching(kim)];
    const fields = { pin: `${PIN}-2`, colour: 'Green' };
    await give(kim, `/api/equipment/${thing}/correctEquipmentDetails`, { fields });
    await vi.waitFor(() => {
      expect(JSON.stringify(staffs.changes)).toContain(`${PIN}-2`);
      expect(JSON.stringify(hers.changes)).toContain('Green');
    });
    expect(JSON.stringify(hers.changes)).not.toMatch(/sesame|quux/);
    const late = { 'if-match': '"0"' };
    const refused = await ana.post(`/api/equipment/${thing}/declineCheckout`, { reason: 'No need.' }, late);
    expect(refused.status).toBe(409);
    expect(JSON.stringify(refused.body)).not.toMatch(/sesame|quux/);
  });

  it('is not named among the fields of its category, in lists or live', async () => {
    const theirs = (who: Person) => who.get(`/api/categories/${categoryId}`).then(({ body }) => body);
    expect(JSON.stringify(await theirs(ana))).not.toContain('BIOS word');
    expect(JSON.stringify((await ana.get('/api/categories')).body)).not.toContain('BIOS word');
    expect(JSON.stringify(await theirs(kim))).toContain('BIOS word');
    const watching = async (person: Person): Promise<Watcher> => {
      const watcher = await connectSocket(app.url, { token: person.token });
      open.push(watcher);
      await watcher.watch({ screen: 'categories' });
      return watcher;
    };
    const [hers, staffs] = [await watching(ana), await watching(kim)];
    await give(app.admin, `/api/categories/${categoryId}/renameCategory`, { name: 'Portables' });
    await vi.waitFor(() => {
      expect(JSON.stringify(staffs.changes)).toContain('BIOS word');
      expect(JSON.stringify(hers.changes)).toContain('Portables');
    });
    expect(JSON.stringify(hers.changes)).not.toContain('BIOS word');
  });

  it('is told to the borrower as soon as an administrator opens it', async () => {
    const path = `/api/categories/${categoryId}/changeCategoryFields`;
    const { staffOnly: _, ...opened } = pin;
    await give(app.admin, path, { fields: [opened, colour] });
    expect((await ana.get(`/api/equipment/${thing}`)).body.equipment.fields).toHaveProperty('pin');
    const { items } = (await app.admin.get(`/api/categories/${categoryId}/history`)).body;
    const changes = items.flatMap((entry) => entry['changes'] ?? []);
    expect(changes).toContainEqual({
      field: 'fields.pin',
      from: 'BIOS word, text, for staff only',
      to: 'BIOS word, text',
    });
  });
});
