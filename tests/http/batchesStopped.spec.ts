import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOK_MS } from '#api/batches/working.ts';
import type { Problem } from '#api/contract/problem.ts';
import { isProblem, problem } from '#api/problems.ts';
import { batchCommands } from '#commands/registry.ts';
import { DESK } from '#domain/role.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import {
  answerOf,
  batchesElsewhere,
  batchesOf,
  doneOf,
  runnerWith,
  stocked,
  viewerOf,
  type Batches,
  type Stocked,
} from '#tests/support/batching.ts';
import type { Person } from '#tests/support/client.ts';
import { importing } from '#tests/support/importing.ts';

let app: TestApp;
let kim: Person;
let shelf: string;
let register: Stocked['register'];
let batches: Batches;
beforeAll(async () => {
  app = await startApp();
  kim = await app.join('technician', 'Kim');
  ({ shelf, register } = await stocked(app));
  batches = batchesOf(app, kim);
});
afterAll(() => app.stop());

describe('A batch that is stopped', () => {
  it('leaves the rest undone where it is stopped while it runs, and tells so', async () => {
    const ids = await register(400);
    const underWay = kim.post('/api/batches', { action: 'printLabels', ids });
    const running = async () => (await kim.get('/api/batches?status=Running')).body.items[0]?.['batchId'];
    await expect.poll(running, { timeout: 10_000, interval: 1 }).toBeDefined();
    const stopped = await batches.stop(String(await running()));
    expect([stopped.status, answerOf(stopped).batch.status]).toEqual([200, 'Stopped']);
    expect(answerOf(stopped).may).toEqual(['takeBackBatch']);
    const { results, batchId } = doneOf(await underWay);
    expect(results).toHaveLength(400);
    const left = results.filter(({ ok }) => !ok);
    expect(left.length).toBeGreaterThan(0);
    expect(new Set(left.map(({ problem }) => problem?.rejection))).toEqual(new Set(['BatchStopped']));
    expect(answerOf(stopped).batch.done).toBe(400 - left.length);
    expect((await batches.takeBack(batchId)).body.results).toHaveLength(400 - left.length);
    const again = await batches.stop(batchId);
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
    expect((await batches.stop(crypto.randomUUID())).status).toBe(404);
    const csv = 'Name,E-mail\nUma,uma@x.org';
    const people = String((await importing(app).carryOut(app.admin, 'users', csv)).batchId);
    expect((await batches.stop(people)).status).toBe(403);
    expect((await batchesOf(app, app.admin).stop(people)).body.rejection).toBe('BatchOver');
  });

  it('can be stopped where another process works on it, which leaves the rest undone', async () => {
    const ids = await register(60);
    const batchId = crypto.randomUUID();
    const [held, goingOn] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    let now = 0;
    const { start } = batchesElsewhere(app, {
      runner: runnerWith(app, { after: 20, name: 'moveEquipment' }, async () => {
        held.resolve(undefined);
        await goingOn.promise;
      }),
      clock: () => (now += LOOK_MS),
    });
    const what = { batchId, action: 'moveEquipment', ids, input: { roomId: shelf } } as const;
    const underWay = start(viewerOf(kim), what);
    await held.promise;
    await expect.poll(() => batches.countIn(shelf, ids)).toBe(20);
    const stopped = answerOf(await batches.stop(batchId));
    expect(stopped).toMatchObject({ batch: { status: 'Stopped', done: 20 }, may: ['takeBackBatch'] });
    expect(stopped.changes).toHaveLength(20);
    goingOn.resolve(undefined);
    const done = await underWay;
    if (isProblem(done)) expect.fail(done.detail);
    const moved = done.results.filter(({ ok }) => ok).length;
    expect(moved).toBeLessThan(60);
    expect(await batches.countIn(shelf, ids)).toBe(moved);
    expect(await batches.typesOf(batchId)).toEqual(['BatchStarted', 'BatchStopped']);
    expect((await batches.takeBack(batchId)).body.results).toHaveLength(moved);
  });

  it('is stopped by way of its import, for as long as anything of that is known', async () => {
    const id = crypto.randomUUID();
    const input = { action: 'importEquipment', size: 1, title: 'Laptops' };
    await app.daybook.runner.run(batchCommands.startBatch, { id, input, actor: DESK });
    const asked: string[] = [];
    const stopWhere = (answer: Problem | undefined) =>
      batchesElsewhere(app, {
        imports: {
          stop: (_, importId) => {
            asked.push(importId);
            return Promise.resolve(answer);
          },
        },
      }).stop(viewerOf(kim), id);
    expect(await stopWhere(undefined)).toBeUndefined();
    expect(await batches.typesOf(id)).toEqual(['BatchStarted']);
    expect(await stopWhere(problem('not-found'))).toBeUndefined();
    expect(await batches.typesOf(id)).toEqual(['BatchStarted', 'BatchStopped']);
    expect(asked).toEqual([id, id]);
  });
});
