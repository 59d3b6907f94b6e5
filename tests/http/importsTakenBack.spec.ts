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
  await openRoom(app, 'Depot');
  await app.admin.post('/api/categories', { kind: 'equipment', name: 'Laptops' });
});
afterAll(() => app.stop());

const thing = async (tag: string) => (await kim.get(`/api/equipment/${tag}`, after())).body;
const standing = 'update';

describe('An import that brought things up to date, taken back', () => {
  const before = [
    'Tag,Name,Serial,Category,Room',
    'U-1,One,S1,Laptops,Store',
    'U-2,Two,S2,Laptops,Store',
    'U-3,Three,S3,Laptops,Store',
    'U-4,Four,S4,Laptops,Store',
  ].join('\n');
  const changed = before
    .replace('One,S1', 'Eins,S9')
    .replace('Two,S2,Laptops,Store', 'Zwei,S2,Laptops,Depot')
    .replace('Three,S3,Laptops,Store', 'Three,S3,Laptops,Depot')
    .replace('Four', 'Vier');

  it('brings back what was corrected, moved or both, but for what somebody corrected since', async () => {
    await carryOut(kim, 'equipment', before);
    const update = await carryOut(kim, 'equipment', changed, { standing });
    expect(update.progress).toEqual({ total: 4, done: 4, failed: 0 });
    expect(await thing('U-2')).toMatchObject({ equipment: { name: 'Zwei', roomName: 'Depot' } });
    const { equipmentId } = (await thing('U-4')).equipment;
    await kim.post(`/api/equipment/${equipmentId}/correctEquipmentDetails`, { model: 'X' });

    const { status, body } = await kim.post(`/api/batches/${String(update.batchId)}/takeBack`);
    expect(status).toBe(200);
    const kept = body.results.filter(({ ok }) => !ok);
    expect(kept.map(({ id, problem }) => [id, problem?.rejection])).toEqual([[equipmentId, 'ChangedSince']]);
    expect(await thing('U-4')).toMatchObject({ equipment: { name: 'Vier', model: 'X' } });
    const rest = before.replace('\nU-4,Four,S4,Laptops,Store', '');
    expect((await check(kim, 'equipment', rest)).counts).toMatchObject({ same: 3, fault: 0 });
    const free = await check(kim, 'equipment', 'Tag,Name,Serial,Category,Room\nU-9,Nine,S9,Laptops,Store');
    expect(free.counts).toMatchObject({ create: 1 });
  });
});

describe('What an import made, taken back and imported again', () => {
  const takeBack = (batchId: string | null) => app.admin.post(`/api/batches/${String(batchId)}/takeBack`);
  const found = async (what: string) =>
    (await app.admin.get(`/api/${what}`, after())).body.items as Readonly<Record<string, string>>[];

  it('is the people again, as the corrected file has them, and they can be taken back again', async () => {
    const wrong = 'Name,E-mail,Phone,Role\nZoe,zoe@x.org,12,technician\nYan,yan@x.org,,\nXia,xia@x.org,,';
    const first = await carryOut(app.admin, 'users', wrong);
    const zoe = (await found('users?q=zoe'))[0];
    await takeBack(first.batchId);
    expect((await found('users?q=zoe'))[0]).toMatchObject({ status: 'Deactivated' });

    const right = 'Name,E-mail,Role\nZoe Zeta,zoe@x.org,\nYan,yan@x.org,auditor';
    const seen = await check(app.admin, 'users', right);
    expect(seen.counts).toMatchObject({ update: 2, create: 0, fault: 0 });
    const second = await carryOut(app.admin, 'users', right);
    expect(second.progress).toEqual({ total: 2, done: 2, failed: 0 });
    expect((await found('users?q=zoe'))[0]).toMatchObject({
      ...{ userId: zoe?.['userId'], name: 'Zoe Zeta', phone: '', role: 'requester', status: 'Active' },
    });
    expect((await found('users?q=yan'))[0]).toMatchObject({ role: 'auditor', status: 'Active' });
    expect((await check(app.admin, 'users', right)).counts).toMatchObject({ same: 2 });

    const { body } = await takeBack(second.batchId);
    expect(body.results.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await found('users?q=zoe'))[0]).toMatchObject({ status: 'Deactivated' });
    expect((await check(app.admin, 'users', right)).counts).toMatchObject({ update: 2, fault: 0 });
  });

  it('is nobody whom somebody has deactivated', async () => {
    const csv = 'Name,E-mail\nVic,vic@x.org\nUma,uma@x.org';
    const { batchId } = await carryOut(app.admin, 'users', csv);
    const vic = (await found('users?q=vic'))[0]?.['userId'];
    await app.admin.post(`/api/users/${String(vic)}/deactivateUser`);
    const { body } = await takeBack(batchId);
    expect(body.results.map(({ ok }) => ok)).toEqual([true, true]);
    const seen = await check(app.admin, 'users', csv);
    expect(seen.rows.map(({ outcome }) => outcome)).toEqual(['fault', 'update']);
  });

  it('is rooms and categories anew', async () => {
    for (const [kind, csv] of [
      ['rooms', 'Room,Building\nR1,North'],
      ['categories', 'Kind,Name,Parent\nequipment,Screens,\nequipment,Wide,Screens'],
    ] as const) {
      const { batchId, counts } = await carryOut(app.admin, kind, csv);
      expect((await takeBack(batchId)).body.results.map(({ ok }) => ok)).not.toContain(false);
      const again = await carryOut(app.admin, kind, csv);
      expect(again.progress).toMatchObject({ done: counts.create, failed: 0 });
      expect((await check(app.admin, kind, csv)).counts).toMatchObject({ same: counts.create });
    }
  });
});
