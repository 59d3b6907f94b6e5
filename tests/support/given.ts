import { expect } from 'vitest';
import type { z } from 'zod';
import type { Command, Context, Known, Needs, Ref, Told } from '#commands/command.ts';
import { statesOf } from '#commands/needs.ts';
import { TOLD_NOTHING } from '#commands/running/tell.ts';
import type { Aggregate, Happened } from '#domain/event.ts';
import { streamOf, type UserId } from '#domain/ids.ts';
import { isRejection, type Facts, type RefusalName, type Rejection } from '#domain/rejection.ts';
import { DESK, type Actor } from '#domain/role.ts';
import type { Policy } from '#domain/ticket/rules.ts';
import { ids } from './people.ts';

export const NOW = '2026-03-02T10:00:00Z';
export const POLICY: Policy = { closeAfterDays: 7, reopenWithinDays: 14 };

/** A record with what has happened to it. */
export interface History {
  readonly stream: string;
  readonly state: unknown;
}

export const happened = <E extends { type: string }>(
  event: E,
  by: UserId | null = null,
  at = NOW,
): Happened<E> => ({ ...event, by, at });

export const folded = <S, E>(aggregate: Aggregate<S, E>, events: readonly Happened<E>[]): S =>
  events.reduce<S>(aggregate.evolve, aggregate.initial);

export const record = <S, E>(aggregate: Aggregate<S, E>, id: string, ...events: Happened<E>[]): History => ({
  stream: streamOf(aggregate.category, id),
  state: folded(aggregate, events),
});

export interface Circumstances {
  readonly id?: string;
  readonly actor?: Actor;
  readonly now?: string;
  readonly occurredAt?: string;
  readonly number?: number;
  readonly policy?: Policy;
  /** What the tables say. */
  readonly told?: Partial<Told>;
}

/** What a command decides in a world of records, after its input has been parsed. */
export function decideIn<S, E, I extends z.ZodObject, N extends Needs>(
  known: Known,
  command: Command<S, E, I, N>,
  given: z.input<I>,
  circumstances: Circumstances,
): readonly E[] | Rejection {
  const { id = ids.ticket(1), actor = DESK, now = NOW, number = 1, policy = POLICY } = circumstances;
  const input = command.input.parse(given);
  const state = known({ aggregate: command.aggregate, id }) ?? command.aggregate.initial;
  const told = { ...TOLD_NOTHING, ...circumstances.told };
  const needed = statesOf(command.needs({ input, state, actor, known, told }), known);
  const context: Context<typeof needed> = {
    actor,
    now,
    occurredAt: circumstances.occurredAt ?? now,
    policy,
    id,
    number,
    ids: (n) => ids.comment(0x90 + n),
    needed,
    told,
  };
  return command.decide(state, input, context);
}

/** Records that nobody has told of stand at their beginning. */
export function knownFrom(records: readonly History[]): Known {
  const states = new Map(records.map(({ stream, state }) => [stream, state]));
  return <S>(ref: Ref<S> | undefined) =>
    ref && ((states.get(streamOf(ref.aggregate.category, ref.id)) ?? ref.aggregate.initial) as S);
}

/** `given(records).when(command, input, { actor }).then(events)` or `.refuses(name)`. */
export const given = (...records: readonly History[]) => ({
  when<S, E, I extends z.ZodObject, N extends Needs>(
    command: Command<S, E, I, N>,
    input: z.input<I>,
    circumstances: Circumstances = {},
  ) {
    const decide = () => decideIn(knownFrom(records), command, input, circumstances);
    return {
      then: (...events: readonly E[]) => expect(decide()).toEqual(events),
      refuses(name: RefusalName, facts?: Facts) {
        const decision = decide();
        if (!isRejection(decision)) expect.fail(`decided ${JSON.stringify(decision)}, not to refuse ${name}`);
        expect(decision.rejection).toBe(name);
        if (facts) expect(decision.facts).toEqual(facts);
      },
    };
  },
});
