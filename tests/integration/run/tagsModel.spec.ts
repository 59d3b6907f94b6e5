import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { categoryCommands, equipmentCommands } from '#commands/registry.ts';
import type { Outcome, Runner } from '#commands/run.ts';
import { equipment, isRegistered, type Equipment } from '#domain/equipment/equipment.ts';
import { equipmentEvents, type EquipmentEvent } from '#domain/equipment/events.ts';
import { uniqueForm } from '#domain/equipment/rules.ts';
import { streamOf } from '#domain/ids.ts';
import { DESK } from '#domain/role.ts';
import type { Journal, Recorded } from '#eventstore/journal.ts';
import { done, eventsOf, openedRoom, startTestDesk, type TestDesk } from '#tests/support/journal.ts';

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

const THINGS = 4;
const tag = fc.constantFrom('a', 'A', 'b', 'c');
const serial = fc.constantFrom('', 'x', 'X', 'y');

/** What somebody does to one of a few things; tags and serial numbers are few as well, so that they are fought for. */
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('register'), tag, serial, inBatch: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('retag'), tag }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('correct'), serial }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('retire', 'dispose', 'takeBack') }) },
);
const step = fc.record({ n: fc.nat(THINGS - 1), act });
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
/** What three people do at the same time, each one thing after the other. */
const stories = fc.array(fc.array(step, { minLength: 2, maxLength: 6, size: 'max' }), {
  minLength: 3,
  maxLength: 3,
});

/** The things of one run, whose values are nobody else's. */
function house() {
  const suffix = randomUUID().slice(0, 8);
  const ids = Array.from({ length: THINGS }, () => randomUUID());
  const batchId = randomUUID();
  const called = (value = '') => (value === '' ? '' : `${value}-${suffix}`);
  const input = (tag: string, serial: string) => ({ tag, serial, name: 'Printer', categoryId, roomId });

  function carryOut(runner: Runner, { n, act }: Step): Promise<Outcome<Equipment>> {
    const asked = (given: object) => ({ id: ids[n] ?? '', input: given, actor: DESK });
    switch (act.does) {
      case 'register': {
        const batched = act.inBatch ? { batchId } : {};
        const given = { ...input(called(act.tag), called(act.serial)), ...batched };
        return runner.run(equipmentCommands.registerEquipment, asked(given));
      }
      case 'retag':
        return runner.run(equipmentCommands.retagEquipment, asked({ tag: called(act.tag) }));
      case 'correct':
        return runner.run(equipmentCommands.correctEquipmentDetails, asked({ serial: called(act.serial) }));
      case 'retire':
        return runner.run(equipmentCommands.retireEquipment, asked({ reason: 'Old' }));
      case 'dispose':
        return runner.run(equipmentCommands.disposeOfEquipment, asked({ method: 'sold' }));
      case 'takeBack':
        return runner.run(equipmentCommands.takeBackBatchChange, asked({ batchId }));
    }
  }

  /** Does the desk say that somebody has this value? */
  async function isTaken(kind: 'tag' | 'serial', value: string): Promise<boolean> {
    const own = kind === 'tag' ? input(value, '') : input(randomUUID(), value);
    const probe = { id: randomUUID(), input: own, actor: DESK };
    return (await desk.another().run(equipmentCommands.registerEquipment, probe)).kind === 'rejected';
  }
  return { ids, called, carryOut, isTaken };
}

type OfThing = Extract<Recorded, { readonly type: EquipmentEvent['type'] }>;
const isOfThing = (event: Recorded): event is OfThing => event.type in equipmentEvents;

/** Everything that happened to some things, in the order of the journal. */
async function happened(ids: readonly string[]): Promise<OfThing[]> {
  const all = await Promise.all(ids.map((id) => eventsOf(desk.journal, streamOf('equipment', id))));
  return all
    .flat()
    .filter(isOfThing)
    .sort((a, b) => Number(a.position - b.position));
}

const ENDED = ['Disposed', 'Withdrawn'];
/** The values that things hold: each thing one tag, and a serial number where it has one. */
function held(things: Iterable<Equipment>): { readonly tags: string[]; readonly serials: string[] } {
  const holding = [...things].filter(isRegistered).filter(({ standing }) => !ENDED.includes(standing.stage));
  const serials = holding.map(({ details }) => details.serial).filter(Boolean);
  return { tags: holding.map((one) => uniqueForm(one.tag)), serials: serials.map(uniqueForm) };
}
const expectUnique = (values: readonly string[]) => expect(values).toEqual([...new Set(values)]);

/** A journal before which everybody waits for their turn. */
const inTurns = (journal: Journal, scheduler: fc.Scheduler): Journal => ({
  ...journal,
  append: async (...given) => {
    await scheduler.schedule(Promise.resolve(), 'append');
    return journal.append(...given);
  },
  readStream: async function* (...given) {
    await scheduler.schedule(Promise.resolve(), 'read');
    yield* journal.readStream(...given);
  },
});

describe('tags and serial numbers, whatever is done to several things at the same time', () => {
  test('are held by one thing each at every moment, and by none that the desk does not know of', async () => {
    let fights = 0;
    await fc.assert(
      fc.asyncProperty(stories, fc.scheduler(), async (told, scheduler) => {
        const { ids, called, carryOut, isTaken } = house();
        const everybody = told.map(async (steps) => {
          const runner = desk.another({ journal: inTurns(desk.journal, scheduler) });
          for (const one of steps) {
            const outcome = await carryOut(runner, one);
            if (outcome.kind === 'rejected' && outcome.rejection.rejection === 'Taken') fights += 1;
          }
        });
        await scheduler.waitFor(Promise.all(everybody));

        const things = new Map<string, Equipment>();
        for (const event of await happened(ids)) {
          const before = things.get(event.entityId) ?? equipment.initial;
          things.set(event.entityId, equipment.evolve(before, event));
          const { tags, serials } = held(things.values());
          expectUnique(tags);
          expectUnique(serials);
        }
        const { tags, serials } = held(things.values());
        for (const value of ['a', 'b', 'c'].map(called))
          expect([value, await isTaken('tag', value)]).toEqual([value, tags.includes(uniqueForm(value))]);
        for (const value of ['x', 'y'].map(called))
          expect([value, await isTaken('serial', value)]).toEqual([
            value,
            serials.includes(uniqueForm(value)),
          ]);
      }),
      { numRuns: 40 },
    );
    expect(fights).toBeGreaterThan(20);
  }, 120_000);
});
