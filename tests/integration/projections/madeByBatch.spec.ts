import { afterAll, beforeAll, expect, it } from 'vitest';
import { madeBy, withdrawnUsers } from '#projections/recordHistory/madeBy.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { inBatch } from '#tests/support/equipmentStory.ts';
import { ids } from '#tests/support/people.ts';
import { projecting, type Projecting } from '#tests/support/projecting.ts';
import { ArrayJournal, idOf, type Happening } from '#tests/support/recorded.ts';

const [left, moved, back] = ['left', 'moved', 'back'].map(idOf);
const registered = (name: string) => ({
  type: 'UserRegistered',
  data: { name, email: `${name}@x.org`, phone: '', department: '', locale: 'en', role: 'requester' },
});
const deactivated = { type: 'UserDeactivated', data: {} };
const reactivated = { type: 'UserReactivated', data: {} };

onBothDatabases((databases) => {
  let desk: Projecting;
  const journal = new ArrayJournal();
  const batchId = ids.batch(1);
  const happens = (userId: string | undefined, event: Happening['event'], correlationId?: string) => {
    const recorded = journal.recorder.add({ stream: `user-${String(userId)}`, event });
    if (correlationId !== undefined) Object.assign(recorded.meta, { correlationId });
  };
  beforeAll(async () => {
    journal.recorder.add(inBatch(1, 'BatchStarted', { action: 'importUsers', size: 3, title: '' }));
    for (const user of [left, moved, back]) happens(user, registered(String(user).slice(0, 8)), batchId);
    happens(moved, deactivated);
    happens(left, deactivated, batchId);
    happens(back, deactivated, batchId);
    happens(back, reactivated);
    happens(idOf('another'), registered('another'));
    happens(idOf('another'), deactivated);
    desk = await projecting(await databases.fresh(), journal);
    await desk.projector.caughtUp;
  });
  afterAll(() => desk.stop());

  it('tells what a batch made, and how far it brought that', async () => {
    expect(await madeBy(desk.read, 'users', batchId)).toEqual([
      { id: left, revision: 1n },
      { id: moved, revision: 0n },
      { id: back, revision: 1n },
    ]);
  });

  it('tells who is there no more for nothing but an import that was taken back', async () => {
    expect(await withdrawnUsers(desk.read)).toEqual(new Set([left]));
  });
});
