import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchAnswer, BatchDone, TakenBack } from '#api/contract/batches.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import type { Answer, Person } from '#tests/support/client.ts';
import { openRoom } from '#tests/support/fixtures.ts';

let app: TestApp;
let kim: Person;
let store: string;
let shelf: string;
let categoryId: string;
beforeAll(async () => {
  app = await startApp();
  kim = await app.join('technician', 'Kim');
  store = await openRoom(app, 'Store');
  shelf = await openRoom(app, 'Shelf');
  categoryId = (await app.admin.post('/api/categories', { kind: 'equipment', name: 'Laptops' })).body.id;
});
afterAll(() => app.stop());

const after = () => ({ 'daybook-after': String(app.daybook.ends()) });
const doneOf = ({ body }: Answer) => body as unknown as BatchDone;
const answerOf = ({ body }: Answer) => body as unknown as BatchAnswer;

let made = 0;
async function register(count: number): Promise<string[]> {
  const tags = Array.from({ length: count }, () => `T-${(made += 1)}`);
  const all = tags.map(async (tag) => {
    const { body } = await kim.post('/api/equipment', {
      tag,
      name: `Thing ${tag}`,
      categoryId,
      roomId: store,
    });
    return body.id;
  });
  return Promise.all(all);
}
const thing = async (id: string) => (await kim.get(`/api/equipment/${id}`, after())).body;
const batch = (person: Person, body: object, headers = {}) => person.post('/api/batches', body, headers);

describe('A batch', () => {
  it('moves many things, and is taken back as a whole but for what has changed since', async () => {
    const ids = await register(5);
    const moved = await batch(kim, { action: 'moveEquipment', ids, input: { roomId: shelf } });
    const { batchId, results, batch: row } = doneOf(moved);
    expect([moved.status, results.map(({ id, ok }) => [id, ok])]).toEqual([201, ids.map((id) => [id, true])]);
    expect(row).toMatchObject({ action: 'moveEquipment', status: 'Finished', size: 5, done: 5, failed: 0 });
    const seen = answerOf(await kim.get(`/api/batches/${batchId}`, after()));
    expect([...seen.changes].sort()).toEqual([...ids].sort());
    expect(seen.may).toEqual(['takeBackBatch']);

    const [first = '', ...others] = ids;
    await kim.post(`/api/equipment/${first}/reportMissing`, {});
    const { status, body } = await kim.post(`/api/batches/${batchId}/takeBack`);
    expect(status).toBe(200);
    const kept = body.results.filter(({ ok }) => !ok);
    expect(kept.map(({ id, problem }) => [id, problem?.rejection])).toEqual([[first, 'ChangedSince']]);
    expect(await thing(first)).toMatchObject({ equipment: { stage: 'Missing' } });
    for (const id of others)
      expect(await thing(id)).toMatchObject({ equipment: { roomId: store, stage: 'InStock' } });
    const again = await kim.post(`/api/batches/${batchId}/takeBack`);
    expect([again.status, again.body.rejection]).toEqual([409, 'BatchOver']);
    expect(answerOf(await kim.get(`/api/batches/${batchId}`, after()))).toMatchObject({
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
    const listed = (await aud.get('/api/batches', after())).body.items;
    expect(listed[0]).toMatchObject({ batchId });
    expect((await kim.get('/api/batches/nothing')).status).toBe(404);
  });
});

describe('A batch of which something cannot be taken back yet', () => {
  const takeBack = async (batchId: string) =>
    (await kim.post(`/api/batches/${batchId}/takeBack`)).body as unknown as TakenBack;
  const refusals = ({ results }: TakenBack) => results.flatMap(({ problem }) => problem?.rejection ?? []);
  const seen = async (batchId: string) => answerOf(await kim.get(`/api/batches/${batchId}`, after())).batch;

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
    expect((await seen(batchId)).status).toBe('Finished');

    await app.admin.post(`/api/users/${ben.user.userId}/reactivateUser`);
    const second = await takeBack(batchId);
    expect(second.takingBack).toEqual({ total: 2, done: 2, kept: 0, left: 0 });
    expect(await seen(batchId)).toMatchObject({ status: 'TakenBack', kept: 0 });
    expect(await thing(lent)).toMatchObject({ equipment: { holderId: ben.user.userId } });
  });
});
