import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command, Known, Ref } from '#commands/command.ts';
import { batchCommands, settingsCommands, stocktakeCommands } from '#commands/registry.ts';
import { batchAction } from '#domain/batch/events.ts';
import type { Happened } from '#domain/event.ts';
import { isRejection } from '#domain/rejection.ts';
import { actorId, DESK, type Actor } from '#domain/role.ts';
import { publicFact } from '#domain/settings/events.ts';
import { SETTINGS_ID } from '#domain/settings/settings.ts';
import { decideIn, knownFrom, NOW } from '#tests/support/given.ts';
import { LAB, ada, ana, audrey, ids, kim } from '#tests/support/people.ts';
import { aRoom } from '#tests/support/records.ts';
import { belongings } from '#tests/support/stocktakes.ts';
import { aThing } from '#tests/support/things.ts';

const text = fc.constantFrom('PR-1', 'https://desk.example/t/SC-2', 'Fire exit');
const scanId = fc.constantFrom(ids.scan(1), ids.scan(2));
const outcome = fc.record({ done: fc.nat(9), failed: fc.nat(9) });
const nothing = fc.constant({});
const others = knownFrom([aRoom(LAB), ...belongings.map(({ equipmentId }) => aThing(equipmentId))]);
const actors: readonly Actor[] = [ana, kim, audrey, ada, DESK];

interface Event {
  readonly type: string;
}
type Commands = Readonly<Record<string, Command<unknown, Event>>>;
interface Story {
  readonly id: string;
  readonly commands: Commands;
  readonly inputs: Readonly<Record<string, fc.Arbitrary<object>>>;
}

const stories: readonly (readonly [string, Story])[] = [
  [
    'a batch',
    {
      id: ids.batch(1),
      commands: batchCommands,
      inputs: {
        startBatch: fc.record({
          action: fc.constantFrom(...batchAction.options),
          size: fc.nat(9),
          title: text,
        }),
        stopBatch: outcome,
        takeUpBatch: nothing,
        finishBatch: outcome,
        takeBackBatch: outcome,
      },
    },
  ],
  [
    'a stock-take',
    {
      id: ids.stocktake(1),
      commands: stocktakeCommands,
      inputs: {
        startStocktake: fc.record({ roomId: fc.constantFrom(LAB, ids.room(9)) }),
        scan: fc.record({ scanId, text }),
        undoScan: fc.record({ scanId }),
        finishStocktake: nothing,
        cancelStocktake: fc.record({ reason: text }),
        leaveLine: fc.record({ line: fc.constantFrom(ids.scan(1), ids.equipment(1)) }),
      },
    },
  ],
  [
    'the settings',
    {
      id: SETTINGS_ID,
      commands: settingsCommands,
      inputs: {
        defineLoanTerms: fc.record({ text }),
        definePublicScan: fc.record({
          facts: fc.array(fc.constantFrom(...publicFact.options), { maxLength: 3 }),
          mayReport: fc.boolean(),
        }),
      },
    },
  ],
];

const stepsOf = ({ inputs }: Story) =>
  fc.array(
    fc.constantFrom(...Object.keys(inputs)).chain((name) =>
      fc.record({
        name: fc.constant(name),
        input: inputs[name] ?? nothing,
        actor: fc.constantFrom(...actors),
      }),
    ),
    { maxLength: 25, size: 'max' },
  );

/** What a command makes of a record in a state; it throws nothing. */
function decide(
  { id, commands }: Story,
  state: unknown,
  step: { name: string; input: object; actor: Actor },
) {
  const command = commands[step.name]!;
  const known: Known = <S>(ref: Ref<S> | undefined) => (ref?.id === id ? (state as S) : others(ref));
  const told = {
    occupants: belongings,
    tagged: 'text' in step.input && step.input.text === 'PR-1' ? belongings[0]! : null,
  };
  const decided = decideIn(known, command, { ...step.input }, { id, actor: step.actor, told });
  const events = isRejection(decided) ? [] : decided;
  const happened = events.map((event): Happened<Event> => ({ ...event, by: actorId(step.actor), at: NOW }));
  return { events, after: happened.reduce(command.aggregate.evolve, state) };
}

describe.each(stories)('%s, whatever anybody does with it', (_, story) => {
  const { initial } = Object.values(story.commands)[0]!.aggregate;

  it('comes to every event that its commands know', () => {
    const types = fc.sample(stepsOf(story), { numRuns: 300, seed: 1 }).flatMap((steps) => {
      let state = initial;
      return steps.flatMap((step) => {
        const { events, after } = decide(story, state, step);
        state = after;
        return events.map(({ type }) => type);
      });
    });
    expect(new Set(types).size).toBe(Object.keys(story.commands).length);
  });

  it('takes no event from a command that is repeated, nor from those who only look', () =>
    fc.assert(
      fc.property(stepsOf(story), (steps) => {
        let state = initial;
        for (const step of steps) {
          const { events, after } = decide(story, state, step);
          if (events.length === 0) expect(after).toBe(state);
          else expect(decide(story, after, step).events).toEqual([]);
          if (step.actor === audrey || step.actor === ana) expect(events).toEqual([]);
          state = after;
        }
      }),
      { numRuns: 300 },
    ));
});
