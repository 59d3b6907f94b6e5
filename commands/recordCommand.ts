import type { z } from 'zod';
import type { Aggregate } from '#domain/event.ts';
import {
  mayCommand,
  permissionObstacle,
  UNRELATED,
  type CommandName,
  type Readable,
  type Relation,
} from '#domain/permissions.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';
import type { Actor } from '#domain/role.ts';
import type { Command, Context, Needs, StatesOf } from './command.ts';
import { define, type NoNeeds, type Spec } from './define.ts';

interface Kind<S, E, L extends S> {
  readonly aggregate: Aggregate<S, E>;
  readonly what: Readable;
  exists(this: void, state: NoInfer<S>, id: string): state is L;
  relation?(this: void, id: string, actor: Actor, record: NoInfer<L>): Relation;
}

interface RecordSpec<S, E, L extends S, I extends z.ZodObject, N extends Needs> extends Pick<
  Spec<S, E, I, N>,
  'input' | 'facets' | 'needs' | 'asks' | 'claims' | 'guard'
> {
  readonly name: CommandName;
  decide(this: void, record: L, input: z.output<I>, context: Context<StatesOf<N>>): readonly E[] | Rejection;
}

/** Commands on records of one kind that stand already: what the actor may not see is not there. */
export const commandsOn =
  <S, E, L extends S>(kind: Kind<S, E, L>) =>
  <I extends z.ZodObject, N extends Needs = NoNeeds>(spec: RecordSpec<S, E, L, I, N>): Command<S, E, I, N> =>
    define(kind.aggregate)({
      ...spec,
      decide(state, input, context) {
        const { actor, id } = context;
        if (!kind.exists(state, id)) return refuse('NotFound');
        const relation = kind.relation?.(id, actor, state) ?? UNRELATED;
        return (
          permissionObstacle(actor, spec.name, kind.what, relation) ?? spec.decide(state, input, context)
        );
      },
    });

interface CreationSpec<S, E, I extends z.ZodObject, N extends Needs> extends Pick<
  Spec<S, E, I, N>,
  'input' | 'needs' | 'asks' | 'claims'
> {
  readonly name: CommandName;
  /** Null: there is no record yet. Else: is it the one that the command asks for, so that this is a repeat? */
  stands(this: void, state: S, input: z.output<I>): boolean | null;
  decide(this: void, input: z.output<I>, context: Context<StatesOf<N>>): readonly E[] | Rejection;
}

/** Commands that make a record. */
export const creationOf =
  <S, E>(aggregate: Aggregate<S, E>) =>
  <I extends z.ZodObject, N extends Needs = NoNeeds>(spec: CreationSpec<S, E, I, N>): Command<S, E, I, N> =>
    define(aggregate)({
      ...spec,
      facets: ['record'],
      decide(state, input, context) {
        if (!mayCommand(context.actor, spec.name, UNRELATED)) return refuse('NotAllowed');
        const isRepeat = spec.stands(state, input);
        if (isRepeat === null) return spec.decide(input, context);
        return isRepeat ? [] : refuse('AlreadyExists');
      },
    });
