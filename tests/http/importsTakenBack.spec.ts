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
