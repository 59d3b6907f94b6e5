import type { z } from 'zod';
import type { Aggregate } from '#domain/event.ts';
import type { CommandName } from '#domain/permissions.ts';
import type { RefusalName, Rejection } from '#domain/rejection.ts';
import type { Actor } from '#domain/role.ts';
import type { Policy } from '#domain/ticket/rules.ts';

/** Another record whose state a decision needs. */
export interface Ref<S> {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the events of the other record do not matter here
  readonly aggregate: Aggregate<S, any>;
  readonly id: string;
}
export type Needs = Readonly<Record<string, Ref<unknown> | undefined>>;
/** The state of another record, as far as it has been loaded yet. */
export type Known = <S>(ref: Ref<S> | undefined) => S | undefined;
export type StatesOf<N extends Needs> = {
  readonly [K in keyof N]: N[K] extends Ref<infer S>
    ? S
    : N[K] extends Ref<infer S> | undefined
      ? S | undefined
      : never;
};

/** What no single record knows, asked of the tables as they stand once they hold all that this process has done. */
export interface Questions {
  readonly occupantsOf?: string | undefined;
  /** What is lent from a room and not signed for yet. */
  readonly awaitedBackIn?: string | undefined;
  readonly componentsOf?: string | undefined;
  /** The text of a tag, in whatever case. */
  readonly tagged?: string | undefined;
}
export interface Thing {
  readonly equipmentId: string;
  readonly tag: string;
}
/** Empty, or null, where it was not asked for. */
export interface Told {
  readonly occupants: readonly Thing[];
  readonly awaited: readonly Thing[];
  readonly components: readonly Thing[];
  readonly tagged: Thing | null;
}

/** The answers of the tables to {@link Questions}. */
export interface Tables {
  occupantsOf(this: void, roomId: string): Promise<readonly Thing[]>;
  awaitedBackIn(this: void, roomId: string): Promise<readonly Thing[]>;
  componentsOf(this: void, equipmentId: string): Promise<readonly Thing[]>;
  tagged(this: void, tag: string): Promise<Thing | null>;
}

export interface Context<N = unknown> {
  readonly actor: Actor;
  /** RFC 3339, UTC. */
  readonly now: string;
  readonly occurredAt: string;
  readonly policy: Policy;
  /** The record that the command is for. */
  readonly id: string;
  /** The next number of the command's sequence; 0 while it is only tried. */
  readonly number: number;
  /** Ids for parts of the record (comments, checklist items): the n-th uuid of this command, the same on each repeat. */
  ids(this: void, n: number): string;
  readonly needed: N;
  readonly told: Told;
}

/** A value that only one record may hold at a time, or that one record holds for some seconds. */
export interface Claim {
  readonly kind: 'email' | 'report' | 'tag' | 'serial';
  readonly value: string;
  /** Absent: until released. When it is held, the holder's answer is given again in place of a refusal. */
  readonly seconds?: number;
}

/** Why two records do not both end: the one relies on the other to go on. */
export interface Guard<S = unknown> {
  readonly kind: 'administrators' | 'merges';
  readonly keeper: Ref<S>;
  /** Does the keeper stand as the command needs it? */
  stands(this: void, keeper: S): boolean;
  /** What is said where it does not, or is about to end itself. */
  readonly otherwise: RefusalName;
}

export interface Command<
  S = unknown,
  E = unknown,
  I extends z.ZodObject = z.ZodObject,
  N extends Needs = Needs,
> {
  readonly name: CommandName;
  readonly aggregate: Aggregate<S, E>;
  readonly input: I;
  /** What it changes; see `clash`. Empty where repeating and reordering do no harm. */
  readonly facets: readonly string[];
  /** A sequence that it draws a number from. */
  readonly sequence?: 'ticket';
  /** Asked again with what is known by then until it asks for nothing new; see `gather`. */
  needs(this: void, given: { input: z.output<I>; state: S; actor: Actor; known: Known; told: Told }): N;
  asks(this: void, given: { readonly input: z.output<I>; readonly state: S; readonly id: string }): Questions;
  claims(
    this: void,
    input: z.output<I>,
    state: S,
    actor: Actor,
  ): { take: readonly Claim[]; release: readonly Claim[] };
  /** The record that must go on where this one ends, so that they cannot end each other at once. */
  guard(
    this: void,
    given: { readonly input: z.output<I>; readonly state: S; readonly actor: Actor },
  ): Guard | undefined;
  /** The events that the command leads to, none where all is so already, or why not. Pure. */
  decide(this: void, state: S, input: z.output<I>, context: Context<StatesOf<N>>): readonly E[] | Rejection;
}
