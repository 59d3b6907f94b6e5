import type { z } from 'zod';
import type { Aggregate } from '#domain/event.ts';
import { refuse } from '#domain/rejection.ts';
import { isAfter } from '#domain/time.ts';
import type { Claim, Command, Needs } from './command.ts';

export const NO_CLAIMS: { take: readonly Claim[]; release: readonly Claim[] } = { take: [], release: [] };
export type NoNeeds = Readonly<Record<string, undefined>>;

type Asking<S, E, I extends z.ZodObject, N extends Needs> = Pick<
  Command<S, E, I, N>,
  'needs' | 'asks' | 'claims' | 'guard'
>;

export interface Spec<S, E, I extends z.ZodObject, N extends Needs>
  extends Omit<Command<S, E, I, N>, 'aggregate' | keyof Asking<S, E, I, N>>, Partial<Asking<S, E, I, N>> {}

/** Any command on records of a kind: nothing is decided about what has not happened yet. */
export const define =
  <S, E>(aggregate: Aggregate<S, E>) =>
  <I extends z.ZodObject, N extends Needs = NoNeeds>(spec: Spec<S, E, I, N>): Command<S, E, I, N> => ({
    needs: () => ({}) as N,
    asks: () => ({}),
    claims: () => NO_CLAIMS,
    guard: () => undefined,
    ...spec,
    aggregate,
    decide: (state, input, context) =>
      isAfter(context.occurredAt, context.now)
        ? refuse('InTheFuture', { occurredAt: context.occurredAt })
        : spec.decide(state, input, context),
  });
