import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '#api/log.ts';
import { createCarrying } from '#api/imports/carrying.ts';
import { createKept } from '#api/imports/kept.ts';
import type { Runner } from '#commands/run.ts';
import type { CommandName } from '#domain/permissions.ts';
import { userId } from '#domain/ids.ts';
import { JournalUnavailable } from '#eventstore/journal.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import {
  batchesElsewhere,
  batchesOf,
  runnerWith,
  stocked,
  viewerOf,
  type Batches,
  type Stocked,
} from '#tests/support/batching.ts';
import type { Person } from '#tests/support/client.ts';
import { importing, importOf } from '#tests/support/importing.ts';

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

/** A journal that is not to be reached any more for a command that has been given so often. */
const goneAfter = (count: number, name: CommandName): Runner =>
  runnerWith(app, { after: count, name }, () => {
    throw new JournalUnavailable('gone');
  });

describe('A batch that is broken off', () => {
  it('is stopped where its work throws, and only once, and can be taken back', async () => {
    const ids = await register(40);
    const batchId = crypto.randomUUID();
    const { start } = batchesElsewhere(app, { runner: goneAfter(20, 'moveEquipment') });
    const what = { batchId, action: 'moveEquipment', ids, input: { roomId: shelf } } as const;
    await expect(start(viewerOf(kim), what)).rejects.toThrow(JournalUnavailable);
    expect((await batches.stop(batchId)).status).toBe(200);
    expect(await batches.typesOf(batchId)).toEqual(['BatchStarted', 'BatchStopped']);
    expect((await batches.seen(batchId)).batch).toMatchObject({ status: 'Stopped', size: 40, done: 20 });
    expect(await batches.countIn(store, ids)).toBe(20);
    expect((await batches.takeBack(batchId)).body.results.map(({ ok }) => ok)).toEqual(Array(20).fill(true));
    expect(await batches.countIn(store, ids)).toBe(40);
  });

  it('is stopped, too, where it is an import', async () => {
    const rows = Array.from({ length: 200 }, (_, n) => `F-${String(n)},Thing,Laptops,Store`);
    const csv = ['Tag,Name,Category,Room', ...rows].join('\n');
    const { importId } = await importing(app).check(kim, 'equipment', csv);
    const { imports } = app.daybook.vault;
    const kept = createKept(imports);
    const runner = goneAfter(70, 'registerEquipment');
    const carrying = createCarrying({ runner, imports, kept, log: createLog('silent'), clock: Date.now });
    const one = await kept.find(importId);
    if (!one || !(await imports.take(importId, carrying.process))) throw new Error('It cannot be run.');
    const actor = { kind: 'person', userId: userId.parse(kim.user.userId), role: 'technician' } as const;
    expect(await carrying.start(actor, one)).toBeUndefined();
    await expect.poll(() => batches.typesOf(importId)).toEqual(['BatchStarted', 'BatchStopped']);
    expect(importOf(await kim.get(`/api/imports/${importId}`)).status).toBe('Stopped');
    expect((await batches.takeBack(importId)).body.results).toHaveLength(70);
  });
});
