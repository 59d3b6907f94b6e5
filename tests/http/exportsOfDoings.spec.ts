import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { exporting, type Exporting } from '#tests/support/exporting.ts';
import { makeCategory, registerThing } from '#tests/support/fixtures.ts';
import { importing } from '#tests/support/importing.ts';

let app: TestApp;
let kim: Person;
let csvOf: Exporting['csvOf'];
let rowsOf: Exporting['rowsOf'];
let labs: string[];
let things: string[];
let before: string;
beforeAll(async () => {
  app = await startApp();
  ({ csvOf, rowsOf } = exporting(app));
  kim = await app.join('technician', 'Kim');
  const categoryId = await makeCategory(app, 'Laptops');
  const open = async (floor: string) =>
    (await app.admin.post('/api/rooms', { name: 'Lab', building: 'Newlands', floor })).body.id;
  labs = [await open('1'), await open('2')];
  const [roomId = '', other = ''] = labs;
  things = [
    await registerThing(app, { roomId, categoryId }),
    await registerThing(app, { roomId, categoryId }),
  ];
  before = new Date().toISOString();
  const move = { action: 'moveEquipment', ids: things, input: { roomId: other }, title: '=cmd|calc' };
  expect((await kim.post('/api/batches', move)).status).toBe(201);
});
afterAll(() => app.stop());

describe('An export', () => {
  it('of batches has all of them as they are narrowed, and no formula', async () => {
    const [row, ...others] = await rowsOf(
      kim,
      '/api/export/batches.csv?action=moveEquipment&status=Finished',
    );
    expect(row).toMatchObject({ Action: 'moveEquipment', Done: '2', Refused: '0', 'Started by': 'Kim' });
    expect(others).toEqual([]);
    const { bytes } = await csvOf(kim, '/api/export/batches.csv');
    expect(bytes.toString()).toContain("moveEquipment,'=cmd|calc,Finished,2,2,0,");
    expect(await rowsOf(kim, '/api/export/batches.csv?status=TakenBack')).toEqual([]);
  });

  it('of stock-takes tells where each was and what it found', async () => {
    for (const roomId of labs) await kim.post('/api/stocktakes', { roomId });
    const [first] = await rowsOf(kim, '/api/export/stocktakes.csv?status=Running');
    expect(first).toMatchObject({ Room: 'Lab', Building: 'Newlands', Floor: '2', Expected: '2', Found: '0' });
    expect(await rowsOf(kim, '/api/export/stocktakes.csv')).toHaveLength(2);
    expect(await rowsOf(kim, '/api/export/stocktakes.csv?status=Finished')).toEqual([]);
  });

  it('of the board of rooms counts what is in each, then as now, and finds parts of their places', async () => {
    const board = async (query: string) =>
      (await rowsOf(kim, `/api/export/rooms/board.csv${query}`))
        .map((row) => [row['Floor'], row['Equipment']])
        .toSorted();
    expect(await board('?q=lands+lab')).toEqual([
      ['1', '0'],
      ['2', '2'],
    ]);
    expect(await board(`?q=WLAND+1&status=Open&asOf=${before}`)).toEqual([['1', '2']]);
    expect(await board('?status=Closed')).toEqual([]);
    const { bytes } = await csvOf(app.admin, '/api/export/rooms/board.csv');
    expect((await importing(app).check(app.admin, 'rooms', bytes)).counts).toMatchObject({
      rows: 2,
      same: 2,
    });
  });

  it('of these is for those who may read the lists', async () => {
    const ana = await app.join('requester', 'Ana');
    const eve = await app.join('auditor', 'Eve');
    for (const list of ['batches', 'stocktakes', 'rooms/board']) {
      expect((await csvOf(ana, `/api/export/${list}.csv`)).status, list).toBe(404);
      expect(await rowsOf(eve, `/api/export/${list}.csv`), list).not.toEqual([]);
    }
  });
});
