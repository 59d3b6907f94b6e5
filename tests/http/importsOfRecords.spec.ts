import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom } from '#tests/support/fixtures.ts';
import { importing, type Importing } from '#tests/support/importing.ts';

let app: TestApp;
let kim: Person;
let check: Importing['check'];
let carryOut: Importing['carryOut'];
let after: Importing['after'];
beforeAll(async () => {
  app = await startApp();
  ({ check, carryOut, after } = importing(app));
  kim = await app.join('technician', 'Kim');
  await openRoom(app, 'Store');
});
afterAll(() => app.stop());

describe('An import of records', () => {
  it('brings categories with their fields, and says by row and column what is wrong with those', async () => {
    const csv = [
      'Kind,Name,Fields as key:label:type:required|key:label:choice(one/two)',
      'equipment,Cameras,lens:Lens:choice(wide/tele):required|bought:Bought:date',
      'equipment,Lamps,WATT:Power:number|tone:Tone:shade',
      'ticket,Printing,',
    ].join('\n');
    const seen = await check(app.admin, 'categories', csv);
    expect(seen.counts).toMatchObject({ create: 2, fault: 1 });
    const [at] = seen.rows.filter(({ outcome }) => outcome === 'fault');
    expect(at?.row).toBe(3);
    expect(at?.faults.map(({ column }) => column)).toEqual(
      Array(2).fill('Fields as key:label:type:required|key:label:choice(one/two)'),
    );
    expect(at?.faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('“WATT”'),
      expect.stringContaining('“shade”'),
    ]);
    await carryOut(app.admin, 'categories', csv);
    const [cameras] = (await kim.get('/api/categories?q=Cameras', after())).body.items;
    expect(cameras?.['fields']).toEqual([
      { type: 'choice', key: 'lens', label: 'Lens', required: true, choices: ['wide', 'tele'] },
      { type: 'date', key: 'bought', label: 'Bought', required: false },
    ]);

    const again = csv
      .replace('tele', 'macro')
      .replace('equipment,Lamps,WATT:Power:number|tone:Tone:shade\n', '');
    const other = await check(app.admin, 'categories', again);
    expect(other.counts).toMatchObject({ same: 1, fault: 1 });
    expect(other.rows[0]?.faults[0]?.message).toContain('choice(wide/tele)');
    const silent = await check(app.admin, 'categories', 'Kind,Name,Fields\nequipment,Cameras,');
    expect(silent.counts).toMatchObject({ same: 1, fault: 0 });

    const thing = await check(
      kim,
      'equipment',
      'Tag,Name,Category,Room,Lens\nC-1,Cam,Cameras,Store,wide\nC-2,Cam,Cameras,Store,',
    );
    expect(thing.counts).toMatchObject({ create: 1, fault: 1 });
  });

  it('brings rooms, categories below each other and people, and takes them back', async () => {
    const lists = [
      ['rooms', 'Room,Building\nR1,North\nR1,South\nr1,north'],
      ['categories', 'Kind,Name,Parent\nequipment,Screens,\nequipment,Wide,Screens\nticket,Wide,Nowhere'],
      ['users', 'Name,E-mail,Role\nZoe,zoe@example.org,technician\nNo,nobody,\nAda,ada@example.org,'],
    ] as const;
    const batches: string[] = [];
    for (const [kind, csv] of lists) {
      const done = await carryOut(app.admin, kind, csv);
      expect([kind, done.progress.failed]).toEqual([kind, 0]);
      batches.push(String(done.batchId));
    }
    const wide = (await kim.get('/api/categories?q=Wide', after())).body.items;
    expect(wide).toHaveLength(1);
    const screens = (await kim.get('/api/categories?q=Screens')).body.items[0];
    expect(wide[0]?.['parentId']).toBe(screens?.['categoryId']);
    expect((await kim.get('/api/users?q=Zoe')).body.items[0]).toMatchObject({ role: 'technician' });
    for (const batch of batches) expect((await kim.post(`/api/batches/${batch}/takeBack`)).status).toBe(403);
    for (const batch of batches) {
      const { body } = await app.admin.post(`/api/batches/${batch}/takeBack`);
      expect(body.results.map(({ ok }) => ok)).not.toContain(false);
    }
    expect((await kim.get('/api/users?q=Zoe', after())).body.items[0]).toMatchObject({
      status: 'Deactivated',
    });
    expect((await kim.get('/api/rooms?q=R1&status=Open')).body.items).toEqual([]);
  });
});
