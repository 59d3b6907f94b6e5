import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProblem } from '#api/problems.ts';
import { PASSWORD, startApp, type TestApp } from '#tests/support/app.ts';
import { answerOf, batchesOf, stocked, type Batches, type Stocked } from '#tests/support/batching.ts';
import { clientAt, personOf, type Person } from '#tests/support/client.ts';
import { importing, importOf } from '#tests/support/importing.ts';
import { startKillable } from '#tests/support/killable.ts';

let app: TestApp;
let kim: Person;
let shelf: string;
let store: string;
let register: Stocked['register'];
let batches: Batches;
beforeAll(async () => {
  app = await startApp();
  kim = await app.join('technician', 'Kim');
  ({ store, shelf, register } = await stocked(app));
  batches = batchesOf(app, kim);
});
afterAll(() => app.stop());

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
    batches = batchesOf(app, kim);
  }
  const running = async (person: Person) => {
    const [row] = (await person.get('/api/batches?status=Running')).body.items;
    if (!row) return false;
    return answerOf(await person.get(`/api/batches/${String(row['batchId'])}`)).changes.length > 0;
  };

  it('is a batch that can be stopped, and then taken back', async () => {
    const ids = await register(600);
    const sent = { action: 'moveEquipment', ids, input: { roomId: shelf } };
    await killed((person) => void person.post('/api/batches', sent).catch(() => undefined), running);
    const [row] = (await kim.get('/api/batches?status=Running', batches.after())).body.items;
    const batchId = String(row?.['batchId']);
    expect((await batches.seen(batchId)).may).toEqual(['stopBatch']);
    expect((await batches.takeBack(batchId)).body.rejection).toBe('BatchRunning');
    const stopped = answerOf(await batches.stop(batchId));
    expect(stopped).toMatchObject({ batch: { status: 'Stopped' }, may: ['takeBackBatch'] });
    expect(stopped.changes).not.toEqual([]);
    expect(stopped.batch).toMatchObject({ done: stopped.changes.length, failed: 0 });
    expect((await batches.takeBack(batchId)).status).toBe(200);
    expect(await batches.countIn(store, ids)).toBe(600);
    expect((await batches.seen(batchId)).batch.status).toBe('TakenBack');
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
    expect((await batches.seen(importId)).batch.status).toBe('Running');
    const { status: answered, body } = await batches.takeBack(importId);
    expect(isProblem(body)).toBe(false);
    expect([200, 202]).toContain(answered);
    await expect.poll(async () => (await batches.seen(importId)).batch.status).toBe('TakenBack');
    expect(await batches.typesOf(importId)).toEqual(['BatchStarted', 'BatchStopped', 'BatchTakenBack']);
  }, 90_000);
});
