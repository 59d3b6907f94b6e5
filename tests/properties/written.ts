import fc from 'fast-check';
import type { Command, Known, Ref } from '#commands/command.ts';
import type { EventType } from '#domain/catalogue.ts';
import type { Aggregate, Happened } from '#domain/event.ts';
import { isRejection } from '#domain/rejection.ts';
import { decideIn, knownFrom, NOW } from '#tests/support/given.ts';
import { ADA, ada } from '#tests/support/people.ts';
import { desk } from '#tests/support/records.ts';

/** An event that a command has written in a life. */
export interface Written {
  readonly command: string;
  readonly type: EventType;
  /** Whether it has changed where the record stands. */
  readonly isTurn: boolean;
}

interface Taken<S, E> {
  readonly name: string;
  readonly before: S;
  readonly events: readonly Happened<E>[];
}

/** `standing`: what of a record others must not pass over. */
export const writtenIn =
  <S, E extends { readonly type: EventType }>(
    aggregate: Aggregate<S, E>,
    standing: (state: NoInfer<S>) => string,
  ) =>
  (life: readonly Taken<S, E>[]): Written[] =>
    life.flatMap(({ name, before, events }) => {
      let state = before;
      return events.map((event) => {
        const stood = standing(state);
        state = aggregate.evolve(state, event);
        return { command: name, type: event.type, isTurn: standing(state) !== stood };
      });
    });

interface Kept<S, E> {
  readonly id: string;
  readonly aggregate: Aggregate<S, E>;
  readonly commands: Readonly<Record<string, Command<S, E>>>;
  /** The first one makes the record. */
  readonly inputs: Readonly<Record<string, fc.Arbitrary<object>>>;
}

const others = knownFrom(desk);

/** Lives of records that administrators keep. */
export function keptLives<S, E>({ id, aggregate, commands, inputs }: Kept<S, E>) {
  const [creating = '', ...later] = Object.keys(inputs);
  const stepOf = (name: string) => fc.tuple(fc.constant(name), inputs[name] ?? fc.constant({}));
  const rest = fc.array(fc.constantFrom(...later).chain(stepOf), { maxLength: 20, size: 'max' });

  function take(before: S, [name, input]: readonly [string, object]): Taken<S, E> {
    const command = commands[name];
    if (!command) throw new Error(`There is no ${name}.`);
    const known: Known = <T>(ref: Ref<T> | undefined) => (ref?.id === id ? (before as never) : others(ref));
    const decided = decideIn(known, command, { ...input }, { id, actor: ada });
    const events = isRejection(decided) ? [] : decided;
    return { name, before, events: events.map((event) => ({ ...event, by: ADA, at: NOW })) };
  }

  return fc.tuple(stepOf(creating), rest).map(([first, then]) => {
    let state = aggregate.initial;
    return [first, ...then].map((step) => {
      const taken = take(state, step);
      state = taken.events.reduce(aggregate.evolve, state);
      return taken;
    });
  });
}
