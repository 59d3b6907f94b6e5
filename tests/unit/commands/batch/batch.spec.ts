import { describe, expect, it } from 'vitest';
import { finishBatch } from '#commands/batch/finishBatch.ts';
import { startBatch } from '#commands/batch/startBatch.ts';
import { stopBatch } from '#commands/batch/stopBatch.ts';
import { takeBackBatch } from '#commands/batch/takeBackBatch.ts';
import { takeUpBatch } from '#commands/batch/takeUpBatch.ts';
import { batch } from '#domain/batch/batch.ts';
import { batchAction, type BatchAction, type BatchEvent } from '#domain/batch/events.ts';
import { folded, given, happened, record } from '#tests/support/given.ts';
import { KIM, ada, ana, audrey, ids, kim } from '#tests/support/people.ts';

const id = ids.batch(1);
const asKim = { id, actor: kim };
const outcome = { done: 3, failed: 1 };
const started = (action: BatchAction = 'moveEquipment'): BatchEvent => ({
  type: 'BatchStarted',
  data: { action, size: 4, title: 'To the attic' },
});
const stopped: BatchEvent = { type: 'BatchStopped', data: outcome };
const takenUp: BatchEvent = { type: 'BatchTakenUp', data: {} };
const finished: BatchEvent = { type: 'BatchFinished', data: outcome };
const takenBack: BatchEvent = { type: 'BatchTakenBack', data: outcome };
const story = (...events: BatchEvent[]) => events.map((event) => happened(event, KIM));
const after = (...events: BatchEvent[]) => record(batch, id, ...story(started(), ...events));
const input = { action: 'moveEquipment', size: 4, title: ' To the attic ' } as const;

describe('starting a batch', () => {
  it('says what is done, and to how many', () => given().when(startBatch, input, asKim).then(started()));
  it('is done once', () => given(after()).when(startBatch, input, asKim).then());
  it('stays done once it is over', () => given(after(finished)).when(startBatch, input, asKim).then());

  it.each([{ action: 'retireEquipment' }, { size: 5 }, { title: 'To the cellar' }] as const)(
    'does not change one that stands: %o',
    (change) =>
      given(after())
        .when(startBatch, { ...input, ...change }, asKim)
        .refuses('AlreadyExists'),
  );

  it.each([ana, audrey])('is for those who work equipment', (actor) =>
    given().when(startBatch, input, { id, actor }).refuses('NotAllowed'),
  );

  it.each(batchAction.options)('is for those who may give its commands: %s', (action) => {
    const start = (actor: typeof kim) => given().when(startBatch, { ...input, action }, { id, actor });
    start(ada).then(started(action));
    if (['importUsers', 'importRooms', 'importCategories'].includes(action)) start(kim).refuses('NotAllowed');
    else start(kim).then(started(action));
  });
});

describe('the course of a batch', () => {
  const running = after();
  const resting = after(stopped);
  const done = after(finished);
  const undone = after(finished, takenBack);

  it('can be stopped while it runs', () => {
    given(running).when(stopBatch, outcome, asKim).then(stopped);
    given(after(stopped, takenUp)).when(stopBatch, outcome, asKim).then(stopped);
    given(resting).when(stopBatch, outcome, asKim).then();
    for (const over of [done, undone]) given(over).when(stopBatch, outcome, asKim).refuses('BatchOver');
  });

  it('is taken up where it was stopped', () => {
    given(resting).when(takeUpBatch, {}, asKim).then(takenUp);
    given(running).when(takeUpBatch, {}, asKim).then();
    for (const over of [done, undone]) given(over).when(takeUpBatch, {}, asKim).refuses('BatchOver');
  });

  it('ends when all is done', () => {
    for (const open of [running, resting]) given(open).when(finishBatch, outcome, asKim).then(finished);
    given(done).when(finishBatch, outcome, asKim).then();
    given(undone).when(finishBatch, outcome, asKim).refuses('BatchOver');
  });

  it('is taken back when it does not run', () => {
    for (const still of [resting, done]) given(still).when(takeBackBatch, outcome, asKim).then(takenBack);
    given(running).when(takeBackBatch, outcome, asKim).refuses('BatchRunning');
    given(undone).when(takeBackBatch, outcome, asKim).then();
  });

  it('is counted as it was when it last stopped or ended', () => {
    const ended = folded(
      batch,
      story(started(), stopped, takenUp, { ...finished, data: { done: 4, failed: 0 } }),
    );
    expect(ended).toMatchObject({ status: 'Finished', done: 4, failed: 0, startedBy: KIM });
    expect(folded(batch, story(started()))).toMatchObject({ status: 'Running', done: 0, failed: 0 });
  });
});

describe('what becomes of a batch', () => {
  const commands = [
    ['stopBatch', stopBatch, outcome],
    ['takeUpBatch', takeUpBatch, {}],
    ['finishBatch', finishBatch, outcome],
    ['takeBackBatch', takeBackBatch, outcome],
  ] as const;
  const ofUsers = record(batch, id, ...story(started('importUsers')));

  it.each(commands)('needs a batch: %s', (_, command, given_) =>
    given()
      .when(command as typeof stopBatch, given_ as typeof outcome, asKim)
      .refuses('NotFound'),
  );
  it.each(commands)('is only read by auditors: %s', (_, command, given_) =>
    given(after())
      .when(command as typeof stopBatch, given_ as typeof outcome, { id, actor: audrey })
      .refuses('NotAllowed'),
  );
  it.each(commands)('is not there for requesters: %s', (_, command, given_) =>
    given(after())
      .when(command as typeof stopBatch, given_ as typeof outcome, { id, actor: ana })
      .refuses('NotFound'),
  );
  it.each(commands)('of accounts is for administrators: %s', (_, command, given_) =>
    given(ofUsers)
      .when(command as typeof stopBatch, given_ as typeof outcome, asKim)
      .refuses('NotAllowed'),
  );
});
