import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportAnswer } from '#api/contract/imports.ts';
import { startApp, upToDate, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { exporting, type Exporting } from '#tests/support/exporting.ts';
import { lend, openRoom, report } from '#tests/support/fixtures.ts';

let app: TestApp;
let kim: Person;
let ana: Person;
let roomId: string;
let categoryId: string;
let csvOf: Exporting['csvOf'];
let rowsOf: Exporting['rowsOf'];
beforeAll(async () => {
  app = await startApp();
  ({ csvOf, rowsOf } = exporting(app));
  kim = await app.join('technician', 'Kim');
  ana = await app.join('requester', 'Ana');
  roomId = (await app.admin.post('/api/rooms', { name: 'Store', building: 'North' })).body.id;
  await openRoom(app, 'Store');
  const parent = { kind: 'equipment', name: 'Hardware' };
  const parentId = (await app.admin.post('/api/categories', parent)).body.id;
  const fields = [
    { type: 'number', key: 'ram', label: 'Memory', required: false },
    { type: 'yesNo', key: 'touch', label: 'Touch', required: false },
  ];
  const laptops = { kind: 'equipment', name: 'Laptops', parentId, fields };
  categoryId = (await app.admin.post('/api/categories', laptops)).body.id;
});
afterAll(() => app.stop());

async function check(kind: string, bytes: Buffer<ArrayBuffer>): Promise<ImportAnswer> {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new Blob([bytes]), 'again.csv');
  const { body } = await app.admin.send('/api/imports', { method: 'POST', body: form });
  return body as unknown as ImportAnswer;
}

describe('An export', () => {
  it('has all pages of a list as it is narrowed, and no formula', async () => {
    for (let n = 0; n < 3; n++) await report(ana, roomId, `=HYPERLINK("http://x";"${String(n)}")`);
    const other = await report(kim, roomId, 'Plain');
    await kim.post(`/api/tickets/${other}/accept`);
    const { bytes, headers } = await csvOf(kim, '/api/export/tickets.csv?status=New&sort=number&delimiter=;');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="tickets-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const lines = bytes.toString().trim().split('\r\n');
    expect(lines).toHaveLength(4);
    for (const line of lines.slice(1)) expect(line).toMatch(/^\d+;"'=HYPERLINK\(/);
  });

  it('keeps to what its reader may see', async () => {
    const hers = await rowsOf(ana, '/api/export/tickets.csv');
    expect(new Set(hers.map(({ Requester }) => Requester))).toEqual(new Set(['Ana']));
    expect((await rowsOf(kim, '/api/export/tickets.csv')).length).toBeGreaterThan(hers.length);
    const people = await rowsOf(ana, '/api/export/users.csv');
    expect(people.map((row) => row['E-mail'])).toEqual([ana.user.email]);
    expect(await rowsOf(ana, '/api/export/equipment.csv')).toEqual([]);
    expect((await csvOf(ana, `/api/export/stocktakes/${roomId}.csv`)).status).toBe(404);
    expect((await fetch(`${app.url}/api/export/users.csv`)).status).toBe(401);
    expect((await csvOf(kim, '/api/export/tickets.csv?sort=nonsense')).status).toBe(422);
  });

  it('of each list is the same when it is imported again', async () => {
    const more = {
      serial: '-S1',
      cost: 1299.5,
      currency: 'EUR',
      purchasedOn: '2025-12-24',
      depreciation: { method: 'decliningBalance', percent: 20, residual: 10 },
      fields: { ram: 16, touch: false },
    };
    const thing = { tag: 'X-1', name: '@Home; "Pro"', categoryId, roomId };
    expect((await kim.post('/api/equipment', { ...thing, ...more })).status).toBe(201);
    await kim.post('/api/equipment', { ...thing, tag: 'X-2', name: 'Plain' });
    for (const [kind, path, style = ''] of [
      ['equipment', 'equipment'],
      ['equipment', 'equipment', '?delimiter=;&decimal=,'],
      ['equipment', 'equipment', '?delimiter=;&decimal=.'],
      ['equipment', 'equipment', '?delimiter=%09&decimal=,'],
      ['rooms', 'rooms'],
      ['categories', 'categories'],
      ['users', 'users'],
    ] as const) {
      const { bytes } = await csvOf(app.admin, `/api/export/${path}.csv${style}`);
      const { counts, rows } = await check(kind, bytes);
      expect(rows.flatMap(({ faults }) => faults)).toEqual([]);
      expect([kind, counts.same > 0 && counts.same === counts.rows]).toEqual([kind, true]);
    }
  });

  it('of a stock-take tells what was found, is missing, and was there beside', async () => {
    const shelf = await openRoom(app, 'Shelf');
    const things: string[] = [];
    for (const tag of ['Y-1', 'Y-2'])
      things.push(
        (await kim.post('/api/equipment', { tag, name: 'Thing', categoryId, roomId: shelf })).body.id,
      );
    const { id } = (await kim.post('/api/stocktakes', { roomId: shelf })).body;
    const lent = (await kim.post('/api/equipment', { tag: 'Y-3', name: 'Thing', categoryId, roomId })).body
      .id;
    await lend(app, lent, ana);
    for (const text of ['Y-1', 'Y-3', 'X-2', 'nowhere'])
      await kim.post(`/api/stocktakes/${id}/scan`, { scanId: crypto.randomUUID(), text });
    await kim.post(`/api/stocktakes/${id}/finishStocktake`);
    await kim.post(`/api/stocktakes/${id}/decide`, { line: things[1], decision: 'reportMissing' });
    await kim.post(`/api/stocktakes/${id}/decide`, { line: lent, decision: 'moveHere' });
    await upToDate(app);
    const rows = await rowsOf(kim, `/api/export/stocktakes/${id}.csv`);
    expect(rows.map(({ Tag, Verdict, Decision }) => [Tag, Verdict, Decision].join(' ')).sort()).toEqual([
      'X-2 elsewhere ',
      'Y-1 found ',
      'Y-2 missing Reported missing',
      'Y-3 elsewhere Checked in here',
      'nowhere unknown ',
    ]);
  });
});
