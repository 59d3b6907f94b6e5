import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TakenBack } from '#api/contract/batches.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import { batchesOf, doneOf, stocked, type Batches, type Stocked } from '#tests/support/batching.ts';
import type { Person } from '#tests/support/client.ts';

let app: TestApp;
let kim: Person;
let store: string;
let shelf: string;
let register: Stocked['register'];
let batches: Batches;
beforeAll(async () => {
  app = await startApp();
  kim = await app.join('technician', 'Kim');
  ({ store, shelf, register } = await stocked(app));
  batches = batchesOf(app, kim);
});
afterAll(() => app.stop());

const batch = (person: Person, body: object, headers = {}) => person.post('/api/batches', body, headers);

describe('A batch', () => {
  it('moves many things, and is taken back as a whole but for what has changed since', async () => {
    const ids = await register(5);
    const moved = await batch(kim, { action: 'moveEquipment', ids, input: { roomId: shelf } });
    const { batchId, results, batch: row } = doneOf(moved);
    expect([moved.status, results.map(({ id, ok }) => [id, ok])]).toEqual([201, ids.map((id) => [id, true])]);
    expect(row).toMatchObject({ action: 'moveEquipment', status: 'Finished', size: 5, done: 5, failed: 0 });
    const seen = await batches.seen(batchId);
    expect([...seen.changes].sort()).toEqual([...ids].sort());
    expect(seen.may).toEqual(['takeBackBatch']);

    const [first = '', ...others] = ids;
    await kim.post(`/api/equipment/${first}/reportMissing`, {});
    const { status, body } = await batches.takeBack(batchId);
    expect(status).toBe(200);
    const kept = body.results.filter(({ ok }) => !ok);
    expect(kept.map(({ id, problem }) => [id, problem?.rejection])).toEqual([[first, 'ChangedSince']]);
    expect(await batches.thing(first)).toMatchObject({ equipment: { stage: 'Missing' } });
    for (const id of others)
      expect(await batches.thing(id)).toMatchObject({ equipment: { roomId: store, stage: 'InStock' } });
    const again = await batches.takeBack(batchId);
    expect([again.status, again.body.rejection]).toEqual([409, 'BatchOver']);
    expect(await batches.seen(batchId)).toMatchObject({
      batch: { status: 'TakenBack', kept: 1 },
      may: [],
    });
  });

  it('does what it can, and tells what was refused', async () => {
    const ids = await register(2);
    const [lent = '', free = ''] = ids;
    await kim.post(`/api/equipment/${lent}/checkOut`, { to: { kind: 'room', roomId: shelf } });
    const { results, batch: row } = doneOf(
      await batch(kim, { action: 'retireEquipment', ids, input: { reason: 'Old' } }),
    );
    expect(results.map(({ id, ok }) => [id, ok])).toEqual([
      [lent, false],
      [free, true],
    ]);
    expect(row).toMatchObject({ done: 1, failed: 1 });
    const back = doneOf(
      await batch(kim, { action: 'checkInEquipment', ids: [lent], input: { roomId: store } }),
    );
    expect(back.results[0]?.ok).toBe(true);
  });

  it('marks labels as printed once, however often it is sent', async () => {
    const ids = await register(3);
    const key = { 'idempotency-key': 'labels-1' };
    const first = doneOf(await batch(kim, { action: 'printLabels', ids }, key));
    const second = doneOf(await batch(kim, { action: 'printLabels', ids }, key));
    expect(second.batchId).toBe(first.batchId);
    expect((await app.events(`equipment-${String(ids[0])}`)).map(({ type }) => type)).toEqual([
      'EquipmentRegistered',
      'LabelPrinted',
    ]);
    expect((await app.events(`batch-${first.batchId}`)).length).toBe(2);
  });

  it('is refused whole where its input is not valid', async () => {
    const ids = await register(1);
    const { status, body } = await batch(kim, { action: 'moveEquipment', ids, input: {} });
    expect([status, body.errors.map(({ path }) => path)]).toEqual([422, ['roomId']]);
    expect((await batch(kim, { action: 'moveEquipment', ids: [] })).status).toBe(422);
  });

  it('is for those who work with equipment', async () => {
    const [ana, aud] = [await app.join('requester'), await app.join('auditor')];
    const ids = await register(1);
    const { batchId } = doneOf(await batch(kim, { action: 'printLabels', ids }));
    for (const person of [ana, aud])
      expect((await batch(person, { action: 'printLabels', ids })).status).toBe(403);
    expect((await ana.post(`/api/batches/${batchId}/takeBack`)).status).toBe(404);
    expect((await aud.post(`/api/batches/${batchId}/takeBack`)).status).toBe(403);
    expect((await ana.get('/api/batches')).status).toBe(404);
    const listed = (await aud.get('/api/batches', batches.after())).body.items;
    expect(listed[0]).toMatchObject({ batchId });
    expect((await kim.get('/api/batches/nothing')).status).toBe(404);
  });
});

describe('A batch of which something cannot be taken back yet', () => {
  const takeBack = async (batchId: string) => (await batches.takeBack(batchId)).body as unknown as TakenBack;
  const refusals = ({ results }: TakenBack) => results.flatMap(({ problem }) => problem?.rejection ?? []);

  it('is not over until nothing stands in its way any more', async () => {
    const ben = await app.join('requester', 'Ben');
    const ids = await register(2);
    const [lent = '', free = ''] = ids;
    const to = { kind: 'person', userId: ben.user.userId };
    await kim.post(`/api/equipment/${lent}/checkOut`, { to });
    await kim.post(`/api/equipment/${free}/checkOut`, { to: { kind: 'room', roomId: shelf } });
    const { batchId } = doneOf(
      await batch(kim, { action: 'checkInEquipment', ids, input: { roomId: store } }),
    );
    await app.admin.post(`/api/users/${ben.user.userId}/deactivateUser`);
    const first = await takeBack(batchId);
    expect(refusals(first)).toEqual(['BorrowerInactive']);
    expect(first.takingBack).toEqual({ total: 2, done: 1, kept: 0, left: 1 });
    expect((await batches.seen(batchId)).batch.status).toBe('Finished');

    await app.admin.post(`/api/users/${ben.user.userId}/reactivateUser`);
    const second = await takeBack(batchId);
    expect(second.takingBack).toEqual({ total: 2, done: 2, kept: 0, left: 0 });
    expect((await batches.seen(batchId)).batch).toMatchObject({ status: 'TakenBack', kept: 0 });
    expect(await batches.thing(lent)).toMatchObject({ equipment: { holderId: ben.user.userId } });
  });
});
