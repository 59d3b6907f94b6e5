import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { categoryCommands, equipmentCommands } from '#commands/registry.ts';
import type { Runner } from '#commands/run.ts';
import { uniqueForm } from '#domain/equipment/rules.ts';
import { streamOf, type StreamName } from '#domain/ids.ts';
import { DESK } from '#domain/role.ts';
import type { Journal } from '#eventstore/journal.ts';
import { digest, done, eventsOf, openedRoom, startTestDesk, type TestDesk } from '#tests/support/journal.ts';

const { registerEquipment, retagEquipment, correctEquipmentDetails } = equipmentCommands;
const { retireEquipment, disposeOfEquipment, takeBackBatchChange } = equipmentCommands;

let desk: TestDesk;
let roomId: string;
let categoryId: string;
beforeAll(async () => {
  desk = await startTestDesk();
  roomId = await openedRoom(desk.runner);
  categoryId = randomUUID();
  const input = { kind: 'equipment', name: 'Machines' };
  done(await desk.runner.run(categoryCommands.createCategory, { id: categoryId, input, actor: DESK }));
});
afterAll(() => desk.stop());

const newTag = (): string => `pr-${randomUUID().slice(0, 8)}`;
const claimOf = (kind: 'tag' | 'serial', value: string): StreamName =>
  `claim-${kind}.${digest(kind, uniqueForm(value))}`;
const registration = (tag: string, others: object = {}) => ({
  id: randomUUID(),
  input: { tag, name: 'Printer', categoryId, roomId, ...others },
  actor: DESK,
});
const register = (runner: Runner, tag: string, others: object = {}) =>
  runner.run(registerEquipment, registration(tag, others));
const taken = (kind: 'tag' | 'serial') => ({
  kind: 'rejected',
  rejection: { rejection: 'Taken', facts: { kind } },
});
/** Registered, and what it is given to the commands that follow by. */
const standing = async (tag: string, others: object = {}) => {
  const { id } = done(await register(desk.runner, tag, others));
  return (input: object) => ({ id, input, actor: DESK });
};

/** A journal in which a command that has claimed what it needs waits before it writes to its thing. */
function held(id: string) {
  const [reached, going] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const journal: Journal = {
    ...desk.journal,
    append: async (given) => {
      if (given.stream !== streamOf('equipment', id)) return desk.journal.append(given);
      reached.resolve(undefined);
      await going.promise;
      return desk.journal.append(given);
    },
  };
  return { journal, reached: reached.promise, goOn: () => going.resolve(undefined) };
}

/** In small or capital letters, or in letters of full width, which are the same by NFKC. */
const written = (value: string, n: number): string =>
  [
    value.toLowerCase(),
    value.toUpperCase(),
    value.replaceAll(/[a-z0-9]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
  ][n % 3] ?? value;

describe.each(['tag', 'serial'] as const)('one %s', (kind) => {
  test('goes to exactly one of 24 who register it at once, however it is written', async () => {
    const value = newTag();
    const runners = Array.from({ length: 4 }, () => desk.another());
    const outcomes = await Promise.all(
      Array.from({ length: 24 }, (_, n) => {
        const own = kind === 'tag' ? written(value, n) : newTag();
        const others = kind === 'serial' ? { serial: written(value, n) } : {};
        return register(runners[n % 4]!, own, others);
      }),
    );
    expect(outcomes.filter((outcome) => outcome.kind === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.kind !== 'done')).toEqual(
      Array.from({ length: 23 }, () => taken(kind)),
    );
    expect(await eventsOf(desk.journal, claimOf(kind, value))).toHaveLength(1);
  });
});

describe('a tag', () => {
  test('is free again once its thing has another, and the other is taken then', async () => {
    const [old, next] = [newTag(), newTag()];
    const thing = await standing(old);
    done(await desk.runner.run(retagEquipment, thing({ tag: next })));
    expect(await register(desk.runner, next.toUpperCase())).toEqual(taken('tag'));
    done(await register(desk.runner, old));
    expect(await desk.runner.run(retagEquipment, thing({ tag: old }))).toEqual(taken('tag'));
  });

  test('stays with its thing when only its case changes', async () => {
    const tag = newTag();
    const thing = await standing(tag);
    done(await desk.runner.run(retagEquipment, thing({ tag: tag.toUpperCase() })));
    expect(await register(desk.runner, tag)).toEqual(taken('tag'));
  });

  test('goes to exactly one of two things that are given it at once', async () => {
    const tag = newTag();
    const things = await Promise.all([standing(newTag()), standing(newTag())]);
    const outcomes = await Promise.all(
      things.map((thing) => desk.another().run(retagEquipment, thing({ tag }))),
    );
    expect(outcomes.filter((outcome) => outcome.kind === 'done')).toHaveLength(1);
    expect(outcomes).toContainEqual(taken('tag'));
  });

  test('stays with a thing for which another command had claimed it, too, in vain', async () => {
    const { id, input, actor } = registration(newTag());
    const [first, second] = [held(id), held(id)];
    const one = desk.another({ journal: first.journal }).run(registerEquipment, { id, input, actor });
    await first.reached;
    const other = desk.another({ journal: second.journal }).run(registerEquipment, { id, input, actor });
    await second.reached;
    first.goOn();
    done(await one);
    second.goOn();
    done(await other);
    expect(await register(desk.runner, input.tag)).toEqual(taken('tag'));
  });

  test('is not lost with the serial number that is taken', async () => {
    const [tag, serial] = [newTag(), newTag()];
    await standing(newTag(), { serial });
    expect(await register(desk.runner, tag, { serial })).toEqual(taken('serial'));
    done(await register(desk.runner, tag));
  });
});

describe('a serial number', () => {
  test('is free again once it is corrected', async () => {
    const [old, next] = [newTag(), newTag()];
    const thing = await standing(newTag(), { serial: old });
    done(await desk.runner.run(correctEquipmentDetails, thing({ serial: next })));
    expect(await register(desk.runner, newTag(), { serial: next })).toEqual(taken('serial'));
    done(await register(desk.runner, newTag(), { serial: old }));
  });

  test('may be absent from many', async () => {
    done(await register(desk.runner, newTag()));
    done(await register(desk.runner, newTag()));
  });
});

describe('tag and serial number', () => {
  test('are kept by what is retired, and free again once it is disposed of', async () => {
    const [tag, serial] = [newTag(), newTag()];
    const thing = await standing(tag, { serial });
    done(await desk.runner.run(retireEquipment, thing({ reason: 'Old' })));
    expect(await register(desk.runner, tag)).toEqual(taken('tag'));
    done(await desk.runner.run(disposeOfEquipment, thing({ method: 'sold' })));
    done(await register(desk.runner, tag, { serial }));
  });

  test('are free again once the batch that registered it is taken back', async () => {
    const [tag, serial, batchId] = [newTag(), newTag(), randomUUID()];
    const thing = await standing(tag, { serial, batchId });
    const back = done(await desk.runner.run(takeBackBatchChange, thing({ batchId })));
    expect(back.state).toMatchObject({ standing: { stage: 'Withdrawn' } });
    done(await register(desk.runner, tag, { serial }));
  });
});
