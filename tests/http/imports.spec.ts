import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/client.ts';
import { openRoom } from '#tests/support/fixtures.ts';
import { importing, importOf, type Importing } from '#tests/support/importing.ts';

let app: TestApp;
let kim: Person;
let send: Importing['send'];
let check: Importing['check'];
let finished: Importing['finished'];
let carryOut: Importing['carryOut'];
let after: Importing['after'];
beforeAll(async () => {
  app = await startApp();
  ({ send, check, finished, carryOut, after } = importing(app));
  kim = await app.join('technician', 'Kim');
  await openRoom(app, 'Store');
  await app.admin.post('/api/categories', {
    kind: 'equipment',
    name: 'Laptops',
    fields: [{ type: 'number', key: 'ram', label: 'Memory', required: false }],
  });
});
afterAll(() => app.stop());

const things = async (path = '/api/equipment?limit=500') => (await kim.get(path, after())).body.items;
const listing = (count: number, prefix: string) =>
  `Tag;Name;Category;Room\n${Array.from({ length: count }, (_, n) => `${prefix}-${n};Thing ${n};Laptops;Store`).join('\n')}`;

describe('A dry run', () => {
  it('tells what each row would do, and every fault by row and column', async () => {
    const seen = await check(
      kim,
      'equipment',
      [
        'Asset tag;Name;Type;Location;Purchase date;Price;Serial',
        'A-1;Latitude;laptops;store;24.12.2025;1.299,50;S1',
        'A-2;;Laptops;Cellar;31.02.2025;much;S1',
        'a-1;Twin;Phones;Store;;;',
      ].join('\n'),
      { dateFormat: 'DD.MM.YYYY', decimal: ',' },
    );
    expect(seen).toMatchObject({ encoding: 'utf-8', delimiter: ';', status: 'Checked', batchId: null });
    expect(seen.counts).toEqual({ rows: 3, create: 1, update: 0, same: 0, fault: 2 });
    const faults = seen.rows.map(({ row, faults: some }) => [row, some.map(({ column }) => column).sort()]);
    expect(faults).toEqual([
      [2, []],
      [3, ['Location', 'Name', 'Price', 'Purchase date', 'Serial']],
      [4, ['Asset tag', 'Type']],
    ]);
    expect(seen.rows[2]?.faults.find(({ column }) => column === 'Asset tag')?.message).toContain('Row 2');
    expect(await things()).toEqual([]);
  });

  it('says which column is missing, and takes a column that it is told of', async () => {
    const csv = 'Number,What,Where,Sort\nM-1,Mouse,Store,Laptops';
    const lost = await check(kim, 'equipment', csv);
    expect(lost.rows.map(({ row, faults }) => [row, faults.map(({ column }) => column)])).toEqual([
      [1, ['tag', 'name', 'category', 'room']],
    ]);
    const mapping = JSON.stringify({ Number: 'tag', What: 'name', Where: 'room', Sort: 'category' });
    expect((await check(kim, 'equipment', csv, { mapping })).counts).toMatchObject({ create: 1, fault: 0 });
  });

  it('says clearly what is no CSV file', async () => {
    for (const bytes of [
      Buffer.from('PK\x03\x04'),
      Buffer.from([0, 1, 2]),
      Buffer.from('a,b\n"c'),
      Buffer.alloc(0),
    ]) {
      const { status, body } = await send(app.admin, 'rooms', bytes);
      expect([status, body.errors[0]?.path]).toEqual([422, 'file']);
    }
  });

  it('is for those who may make such records', async () => {
    const ana = await app.join('requester');
    const aud = await app.join('auditor');
    expect((await send(kim, 'users', 'Name,E-mail')).status).toBe(403);
    expect((await send(ana, 'equipment', 'Tag')).status).toBe(403);
    expect((await send(aud, 'equipment', 'Tag')).status).toBe(403);
    const { importId } = await check(kim, 'equipment', 'Tag,Name,Category,Room\nP-1,P,Laptops,Store');
    expect((await ana.get(`/api/imports/${importId}`)).status).toBe(404);
    expect((await aud.get(`/api/imports/${importId}`)).status).toBe(200);
    expect((await ana.post(`/api/imports/${importId}/run`)).status).toBe(404);
    expect((await aud.post(`/api/imports/${importId}/run`)).status).toBe(403);
  });
});

describe('An import', () => {
  it('refuses faults that nobody has said to leave out', async () => {
    const { importId } = await check(kim, 'equipment', 'Tag,Name,Category,Room\nF-1,P,Laptops,Store\nF-2,,,');
    const run = await kim.post(`/api/imports/${importId}/run`);
    expect([run.status, run.body.errors[0]?.path]).toEqual([422, 'skipFaults']);
  });

  it('makes the rest, is the same when it comes again, and tells what differs', async () => {
    const csv = 'Tag,Name,Category,Room,Memory,Cost\nI-1,One,Laptops,Store,16,10.5\nI-2,Two,Laptops,Store,,';
    const done = await carryOut(kim, 'equipment', csv);
    expect(done.progress).toEqual({ total: 2, done: 2, failed: 0 });
    const { body } = await kim.get('/api/equipment/I-1', after());
    expect(body).toMatchObject({
      equipment: { name: 'One', cost: 10.5, fields: { ram: 16 }, roomName: 'Store' },
    });

    expect((await check(kim, 'equipment', csv)).counts).toMatchObject({ same: 2, create: 0, fault: 0 });
    const other = await check(kim, 'equipment', csv.replace('Two', 'Three').replace('16', '32'));
    expect(other.rows.map(({ faults }) => faults.map(({ column }) => column))).toEqual([
      ['Memory'],
      ['Name'],
    ]);
    expect(other.rows[1]?.faults[0]?.message).toContain('“Two”');

    const update = await carryOut(kim, 'equipment', csv.replace('Two', 'Three'), { standing: 'update' });
    expect(update.counts).toMatchObject({ same: 1, update: 1 });
    expect((await kim.get('/api/equipment/I-2', after())).body).toMatchObject({
      equipment: { name: 'Three' },
    });
  });

  it('moves what is retired, and nothing that is lent', async () => {
    await openRoom(app, 'Depot');
    await carryOut(kim, 'equipment', listing(2, 'V'));
    const ids = (await things('/api/equipment?q=V')).map((row) => String(row['equipmentId']));
    await kim.post(`/api/equipment/${String(ids[0])}/retireEquipment`, { reason: 'Old' });
    await kim.post(`/api/equipment/${String(ids[1])}/checkOut`, {
      to: { kind: 'person', userId: kim.user.userId },
    });
    const into = listing(2, 'V').replaceAll('Store', 'Depot');
    const seen = await check(kim, 'equipment', into, { standing: 'update' });
    expect(seen.rows.map(({ outcome }) => outcome)).toEqual(['update', 'fault']);
    await carryOut(kim, 'equipment', into, { standing: 'update' });
    const { equipment } = (await kim.get(`/api/equipment/${String(ids[0])}`, after())).body;
    expect(equipment).toMatchObject({ stage: 'Retired', roomName: 'Depot' });
  });

  it('sees beforehand what it could not do to a thing as that stands', async () => {
    await openRoom(app, 'Loft');
    await carryOut(kim, 'equipment', listing(4, 'W'));
    const ids = (await things('/api/equipment?q=W')).map((row) => String(row['equipmentId']));
    const [retired = '', part = '', lent = ''] = ids;
    await kim.post(`/api/equipment/${retired}/retireEquipment`, { reason: 'Old' });
    await kim.post(`/api/equipment/${part}/fitComponent`, { hostId: ids[3] });
    const to = { kind: 'person', userId: kim.user.userId };
    await kim.post(`/api/equipment/${lent}/checkOut`, { to });
    const renamed = listing(4, 'W').replaceAll('Thing', 'Device');
    const roomless = renamed.replaceAll(';Store', ';');
    const seen = await check(kim, 'equipment', roomless, { standing: 'update' });
    expect(seen.rows.map(({ outcome }) => outcome)).toEqual(['fault', 'update', 'update', 'update']);
    expect(seen.rows[0]?.faults).toEqual([
      { column: 'Tag', message: expect.stringContaining('retired') as string },
    ]);
    const elsewhere = await check(kim, 'equipment', listing(4, 'W').replaceAll('Store', 'Loft'), {
      standing: 'update',
    });
    const faults = elsewhere.rows.flatMap((row) => row.faults.map(({ column }) => [row.key, column]));
    expect(faults).toEqual([
      ['W-1', 'Room'],
      ['W-2', 'Room'],
    ]);
    expect(elsewhere.rows[1]?.faults[0]?.message).toContain('part of another thing');
    const both = await carryOut(kim, 'equipment', renamed.replaceAll('Store', 'Loft'), {
      standing: 'update',
    });
    expect([both.counts.update, both.progress]).toEqual([1, { total: 1, done: 1, failed: 0 }]);
  });

  it('is taken back as a whole, but for what was changed since', async () => {
    const done = await carryOut(kim, 'equipment', listing(30, 'T'));
    const moved = (await things('/api/equipment?q=T-7')).find(({ tag }) => tag === 'T-7');
    const shelf = await openRoom(app, 'Shelf');
    await kim.post(`/api/equipment/${String(moved?.['equipmentId'])}/moveEquipment`, { roomId: shelf });
    const { status, body } = await kim.post(`/api/batches/${String(done.batchId)}/takeBack`);
    expect([status, body.results.length]).toEqual([200, 30]);
    const kept = body.results.filter(({ ok }) => !ok);
    expect(kept.map(({ id, problem }) => [id, problem?.rejection])).toEqual([
      [moved?.['equipmentId'], 'ChangedSince'],
    ]);
    const left = (await things('/api/equipment?limit=500&stage=InStock')).map(({ tag }) => String(tag));
    expect(left.filter((tag) => tag.startsWith('T-'))).toEqual(['T-7']);
    expect(importOf(await kim.get(`/api/imports/${done.importId}`)).status).toBe('TakenBack');
    expect((await check(kim, 'equipment', listing(30, 'T'))).counts).toMatchObject({ create: 29 });
  });

  it('is taken back also after another batch that was taken back itself', async () => {
    const done = await carryOut(kim, 'equipment', listing(3, 'B'));
    const ids = (await things('/api/equipment?limit=500&q=B')).map((row) => String(row['equipmentId']));
    const batchOf = async (action: string, input: object): Promise<string> =>
      (await kim.post('/api/batches', { action, ids, input })).body.batchId;
    const takeBack = async (batchId: string) =>
      (await kim.post(`/api/batches/${batchId}/takeBack`)).body.results.map(({ ok }) => ok);
    const moved = await batchOf('moveEquipment', { roomId: await openRoom(app, 'Attic') });
    const retired = await batchOf('retireEquipment', { reason: 'By mistake' });
    for (const batch of [retired, moved, String(done.batchId)])
      expect(await takeBack(batch)).toEqual([true, true, true]);
    expect((await check(kim, 'equipment', listing(3, 'B'))).counts).toMatchObject({ create: 3 });
  });

  it('can be stopped and taken up again, and then nothing is missing or double', async () => {
    const { importId } = await check(kim, 'equipment', listing(300, 'S'));
    await kim.post(`/api/imports/${importId}/run`);
    await expect
      .poll(async () => importOf(await kim.get(`/api/imports/${importId}`)).progress.done)
      .toBeGreaterThan(0);
    const stopped = importOf(await kim.post(`/api/imports/${importId}/stop`));
    expect(stopped.status).toBe('Stopped');
    expect(stopped.progress.done).toBeLessThan(300);
    await kim.post(`/api/imports/${importId}/run`);
    expect((await finished(kim, importId)).progress).toEqual({ total: 300, done: 300, failed: 0 });
    const tags = (await things('/api/equipment?limit=500&q=S')).map(({ tag }) => String(tag));
    expect(new Set(tags.filter((tag) => tag.startsWith('S-'))).size).toBe(300);
    const types = (await app.events(`batch-${importId}`)).map(({ type }) => type);
    expect(types).toEqual(['BatchStarted', 'BatchStopped', 'BatchTakenUp', 'BatchFinished']);
  });

  it('goes on after the desk was ended and begun again', async () => {
    const { importId } = await check(kim, 'equipment', listing(300, 'R'));
    await kim.post(`/api/imports/${importId}/run`);
    await app.daybook.stop();
    app = await startApp({}, app.directory);
    kim = await app.signIn(kim.user.email);
    const stopped = importOf(await kim.get(`/api/imports/${importId}`));
    expect(stopped.status).toBe('Stopped');
    expect(stopped.progress.done).toBeLessThan(300);
    expect((await kim.post(`/api/imports/${importId}/run`)).status).toBe(202);
    expect((await finished(kim, importId)).progress).toEqual({ total: 300, done: 300, failed: 0 });
    expect((await check(kim, 'equipment', listing(300, 'R'))).counts).toMatchObject({ same: 300 });
  });
});
