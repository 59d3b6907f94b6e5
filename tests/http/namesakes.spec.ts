import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import { exporting } from '#tests/support/exporting.ts';
import { makeCategory, registerThing } from '#tests/support/fixtures.ts';
import { importing, type Importing } from '#tests/support/importing.ts';

let app: TestApp;
let check: Importing['check'];
let carryOut: Importing['carryOut'];
let after: Importing['after'];
let categoryId: string;
beforeAll(async () => {
  app = await startApp();
  ({ check, carryOut, after } = importing(app));
  categoryId = await makeCategory(app, 'Laptops');
});
afterAll(() => app.stop());

const places = [
  { name: 'Lab', building: 'North', floor: '1' },
  { name: 'Lab', building: 'North', floor: '2' },
  { name: 'Lab', building: 'North', floor: '' },
  { name: 'Lab', building: '', floor: '' },
  { name: 'Store', building: 'South', floor: '0' },
  { name: 'Hall', building: 'South', floor: '' },
  { name: 'Loft', building: 'South', floor: '4' },
  { name: 'Loft', building: 'South', floor: '5' },
];
const faultsIn = async (kind: string, csv: string) =>
  (await check(app.admin, kind, csv)).rows.map(({ outcome, faults }) =>
    outcome === 'fault' ? faults.map(({ column }) => column) : outcome,
  );

describe('Rooms of one name', () => {
  it('are opened by an import for each floor, once', async () => {
    const rows = places.map(({ name, building, floor }) => `${name},${building},${floor}`);
    const csv = ['Name,Building,Floor', ...rows].join('\n');
    expect((await carryOut(app.admin, 'rooms', csv)).progress.done).toBe(places.length);
    expect(await faultsIn('rooms', csv)).toEqual(places.map(() => 'same'));
    expect(await faultsIn('rooms', 'Name,Building,Floor\nLab,North,3\nlab,north,3')).toEqual([
      'create',
      ['Name'],
    ]);
  });

  it('and what is in them are the same when their export is imported again', async () => {
    const { items } = (await app.admin.get('/api/rooms', after())).body;
    for (const [n, { roomId }] of items.entries())
      await registerThing(app, { categoryId, roomId: String(roomId), tag: `T-${String(n)}` });
    for (const kind of ['rooms', 'equipment']) {
      const { bytes } = await exporting(app).csvOf(app.admin, `/api/export/${kind}.csv`);
      const { counts, rows } = await check(app.admin, kind, bytes);
      expect(rows.flatMap(({ faults }) => faults)).toEqual([]);
      expect([kind, counts.same]).toEqual([kind, places.length]);
    }
  });

  it('are asked to be told apart, by the floor only where that is needed', async () => {
    const rows = ['A,Lab,North', 'B,Lab,', 'C,Store,South', 'D,Hall,'].map((row) => `N-${row}`);
    const things = rows.map((row) => row.replace(/^(N-.),/, '$1,Thing,Laptops,')).join('\n');
    expect(await faultsIn('equipment', `Tag,Name,Category,Room,Building\n${things}`)).toEqual([
      ['Room'],
      'create',
      'create',
      'create',
    ]);
    const floors = ['Lab,2', 'Lab,7', 'Store,0', 'Store,1', 'Hall,3'];
    const onFloors = floors.map((row, n) => `F-${String(n)},Thing,Laptops,${row}`).join('\n');
    expect(await faultsIn('equipment', `Tag,Name,Category,Room,Floor\n${onFloors}`)).toEqual([
      'create',
      ['Room'],
      'create',
      ['Room'],
      'create',
    ]);
    expect(await faultsIn('rooms', 'Name,Building\nLoft,South\nStore,South')).toEqual([['Name'], 'same']);
  });

  it('may be one room of which the floor is told later', async () => {
    expect(await faultsIn('rooms', 'Name,Building,Floor\nHall,South,4\nStore,South,')).toEqual([
      ['Floor'],
      ['Floor'],
    ]);
  });
});
