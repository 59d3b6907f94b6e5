import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBatches } from '#api/batches/createBatches.ts';
import type { BatchAnswer, BatchDone } from '#api/contract/batches.ts';
import { createLog } from '#api/log.ts';
import { isProblem } from '#api/problems.ts';
import { createCarrying } from '#api/imports/carrying.ts';
import { createKept } from '#api/imports/kept.ts';
import type { Runner } from '#commands/run.ts';
import type { CommandName } from '#domain/permissions.ts';
import { userId } from '#domain/ids.ts';
import { JournalUnavailable } from '#eventstore/journal.ts';
import { startApp, PASSWORD, type TestApp } from '#tests/support/app.ts';
import { clientAt, personOf, type Answer, type Person } from '#tests/support/client.ts';
import { openRoom } from '#tests/support/fixtures.ts';
import { importing, importOf } from '#tests/support/importing.ts';
import { startKillable } from '#tests/support/killable.ts';

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
const answerOf = ({ body }: Answer) => body as unknown as BatchAnswer;
const doneOf = ({ body }: Answer) => body as unknown as BatchDone;
const seen = async (batchId: string) => answerOf(await kim.get(`/api/batches/${batchId}`, after()));
const typesOf = async (batchId: string) => (await app.events(`batch-${batchId}`)).map(({ type }) => type);
const takeBack = (batchId: string) => kim.post(`/api/batches/${batchId}/takeBack`);

let made = 0;
async function register(count: number): Promise<string[]> {
  const tags = Array.from({ length: count }, () => `Q-${(made += 1)}`);
  const all = tags.map((tag) => kim.post('/api/equipment', { tag, name: tag, categoryId, roomId: store }));
  return (await Promise.all(all)).map(({ body }) => body.id);
}
const inStore = async (ids: readonly string[]) => {
  const things = ids.map((id) => kim.get(`/api/equipment/${id}`, after()));
  return (await Promise.all(things)).filter(({ body }) => body.equipment.roomId === store).length;
};

/** A journal that is not to be reached once for a command that has been given so often. */
function failingAfter(count: number, name: CommandName): Runner {
  const { runner } = app.daybook;
  let given = 0;
  return {
    ...runner,
    run: (command, request) => {
      if (command.name === name && (given += 1) > count) throw new JournalUnavailable('gone');
      return runner.run(command, request);
    },
  };
}

describe('A batch that is broken off', () => {
  it('is stopped where its work throws, and can be taken back', async () => {
    const ids = await register(40);
    const batchId = crypto.randomUUID();
    const { start } = createBatches({
      runner: failingAfter(20, 'moveEquipment'),
      imports: { stop: () => Promise.reject(new Error('nothing is imported')) },
      changesOf: () => Promise.resolve([]),
      log: createLog('silent'),
      clock: Date.now,
    });
    const by = userId.parse(kim.user.userId);
    const viewer = { userId: by, role: 'technician', sessionId: '', expiresAt: 0 } as const;
    const what = { batchId, action: 'moveEquipment', ids, input: { roomId: shelf } } as const;
    await expect(start(viewer, what)).rejects.toThrow(JournalUnavailable);
    expect(await typesOf(batchId)).toEqual(['BatchStarted', 'BatchStopped']);
    expect((await seen(batchId)).batch).toMatchObject({ status: 'Stopped', size: 40, done: 20 });
    expect(await inStore(ids)).toBe(20);
    expect((await takeBack(batchId)).body.results.map(({ ok }) => ok)).toEqual(Array(20).fill(true));
    expect(await inStore(ids)).toBe(40);
  });

  it('is stopped, too, where it is an import', async () => {
    const rows = Array.from({ length: 200 }, (_, n) => `F-${String(n)},Thing,Laptops,Store`);
    const csv = ['Tag,Name,Category,Room', ...rows].join('\n');
    const { importId } = await importing(app).check(kim, 'equipment', csv);
    const { imports } = app.daybook.vault;
    const kept = createKept(imports);
    const runner = failingAfter(70, 'registerEquipment');
    const carrying = createCarrying({ runner, imports, kept, log: createLog('silent'), clock: Date.now });
    const one = await kept.find(importId);
    if (!one || !(await imports.take(importId, carrying.process))) throw new Error('It cannot be run.');
    const actor = { kind: 'person', userId: userId.parse(kim.user.userId), role: 'technician' } as const;
    expect(await carrying.start(actor, one)).toBeUndefined();
    await expect.poll(() => typesOf(importId)).toEqual(['BatchStarted', 'BatchStopped']);
    expect(importOf(await kim.get(`/api/imports/${importId}`)).status).toBe('Stopped');
    expect((await takeBack(importId)).body.results).toHaveLength(70);
  });

  it('can be stopped while it runs: the rest is left undone, and told so', async () => {
    const ids = await register(400);
    const underWay = kim.post('/api/batches', { action: 'printLabels', ids });
    const running = async () => (await kim.get('/api/batches?status=Running')).body.items[0]?.['batchId'];
    await expect.poll(running, { timeout: 10_000, interval: 1 }).toBeDefined();
    const stopped = await kim.post(`/api/batches/${String(await running())}/stop`);
    expect([stopped.status, answerOf(stopped).batch.status]).toEqual([200, 'Stopped']);
    expect(answerOf(stopped).may).toEqual(['takeBackBatch']);
    const { results, batchId } = doneOf(await underWay);
    expect(results).toHaveLength(400);
    const left = results.filter(({ ok }) => !ok);
    expect(left.length).toBeGreaterThan(0);
    expect(new Set(left.map(({ problem }) => problem?.rejection))).toEqual(new Set(['BatchStopped']));
    expect(answerOf(stopped).batch.done).toBe(400 - left.length);
    expect((await takeBack(batchId)).body.results).toHaveLength(400 - left.length);
    const again = await kim.post(`/api/batches/${batchId}/stop`);
    expect([again.status, again.body.rejection]).toEqual([409, 'BatchOver']);
  });

  it('is stopped only by those who may do what it does', async () => {
    const [ana, aud] = [await app.join('requester'), await app.join('auditor')];
    const { batchId } = doneOf(
      await kim.post('/api/batches', { action: 'printLabels', ids: await register(1) }),
    );
    for (const [person, status] of [
      [ana, 404],
      [aud, 403],
    ] as const)
      expect((await person.post(`/api/batches/${batchId}/stop`)).status).toBe(status);
    expect((await kim.post(`/api/batches/${crypto.randomUUID()}/stop`)).status).toBe(404);
  });
});

describe('What a killed process has left', () => {
  /** Kills the desk once something of a batch is done, and begins again. */
  async function killed(begin: (person: Person) => void, isUnderWay: (person: Person) => Promise<boolean>) {
    await app.daybook.stop();
    const apart = await startKillable(app.directory);
    const login = { email: kim.user.email, password: PASSWORD };
    const person = personOf(apart.url, await clientAt(apart.url).post('/api/auth/login', login));
    try {
      begin(person);
      await expect.poll(() => isUnderWay(person), { timeout: 20_000, interval: 1 }).toBe(true);
    } finally {
      await apart.kill();
    }
    app = await startApp({}, app.directory);
    kim = await app.signIn(kim.user.email);
  }
  const running = async (person: Person) =>
    (await person.get('/api/batches?status=Running')).body.items.length > 0;

  it('is a batch that can be stopped, and then taken back', async () => {
    const ids = await register(600);
    const sent = { action: 'moveEquipment', ids, input: { roomId: shelf } };
    await killed((person) => void person.post('/api/batches', sent).catch(() => undefined), running);
    const [row] = (await kim.get('/api/batches?status=Running', after())).body.items;
    const batchId = String(row?.['batchId']);
    expect((await seen(batchId)).may).toEqual(['stopBatch']);
    expect((await takeBack(batchId)).body.rejection).toBe('BatchRunning');
    const stopped = answerOf(await kim.post(`/api/batches/${batchId}/stop`));
    expect(stopped).toMatchObject({ batch: { status: 'Stopped' }, may: ['takeBackBatch'] });
    expect(stopped.batch).toMatchObject({ done: stopped.changes.length, failed: 0 });
    expect((await takeBack(batchId)).status).toBe(200);
    expect(await inStore(ids)).toBe(600);
    expect((await seen(batchId)).batch.status).toBe('TakenBack');
  }, 90_000);

  it('is an import that can be taken back once nothing has been heard of it', async () => {
    const rows = Array.from({ length: 600 }, (_, n) => `K-${String(n)},Thing,Laptops,Store`);
    const { importId } = await importing(app).check(
      kim,
      'equipment',
      ['Tag,Name,Category,Room', ...rows].join('\n'),
    );
    await killed(
      (person) => void person.post(`/api/imports/${importId}/run`).catch(() => undefined),
      running,
    );
    const status = async () => importOf(await kim.get(`/api/imports/${importId}`)).status;
    await expect.poll(status, { timeout: 30_000, interval: 500 }).toBe('Stopped');
    expect((await seen(importId)).batch.status).toBe('Running');
    const { status: answered, body } = await takeBack(importId);
    expect(isProblem(body)).toBe(false);
    expect([200, 202]).toContain(answered);
    await expect.poll(async () => (await seen(importId)).batch.status).toBe('TakenBack');
    expect(await typesOf(importId)).toEqual(['BatchStarted', 'BatchStopped', 'BatchTakenBack']);
  }, 90_000);
});
