import { v5 as uuidv5 } from 'uuid';
import type { DomainEvent } from '#domain/catalogue.ts';
import type { Happened } from '#domain/event.ts';
import { streamOf } from '#domain/ids.ts';
import { isRejection, refuse, type Rejection } from '#domain/rejection.ts';
import type { Journal } from '#eventstore/journal.ts';
import type { Claim, Guard, Ref } from '../command.ts';
import type { Claims, Holder } from './claims.ts';
import type { Guards } from './guards.ts';
import type { Folded, Records } from './records.ts';
import { auxiliary, type Task } from './request.ts';

/** A decision that is to be written to a record's stream. */
export interface Decision<S, E> {
  readonly ref: Ref<S>;
  readonly folded: Folded<S>;
  readonly decide: (number: number) => readonly E[] | Rejection;
  readonly claims: { readonly take: readonly Claim[]; readonly release: readonly Claim[] };
  readonly guard: Guard | undefined;
  readonly sequence: 'ticket' | undefined;
}

export type CarriedOut<S> =
  | { readonly kind: 'appended'; readonly folded: Folded<S>; readonly repeated: boolean }
  | { readonly kind: 'refused'; readonly rejection: Rejection }
  /** The same has just been done by another record. */
  | { readonly kind: 'held'; readonly holder: Holder }
  | { readonly kind: 'conflict' };

interface CarryOutDeps {
  readonly journal: Journal;
  readonly records: Records;
  readonly claims: Claims;
  readonly guards: Guards;
}

/** Carries out one command, in as many tries as it takes: what it has claimed and its number last over all of them. */
export function createCarrier({ journal, records, claims, guards }: CarryOutDeps, task: Task<unknown>) {
  const { meta } = task;
  const taken: Claim[] = [];
  const released: Claim[] = [];
  let number = 0;
  const known = (list: readonly Claim[], { kind, value }: Claim) =>
    list.some((claim) => claim.kind === kind && claim.value === value);

  async function claim(ref: Ref<unknown>, wanted: readonly Claim[]): Promise<CarriedOut<never> | undefined> {
    for (const one of wanted.filter((candidate) => !known(taken, candidate))) {
      const holder = await claims.take(one, { ref, meta });
      if (holder?.done && one.seconds !== undefined) return { kind: 'held', holder };
      if (holder) return { kind: 'refused', rejection: refuse('Taken', { kind: one.kind }) };
      taken.push(one);
    }
    return undefined;
  }

  async function letGo(ref: Ref<unknown>, unwanted: readonly Claim[]): Promise<void> {
    for (const one of unwanted.filter((candidate) => !known(released, candidate))) {
      await claims.release(one, { ref, meta });
      released.push(one);
    }
  }

  async function draw(sequence: 'ticket' | undefined, by: string): Promise<number> {
    if (!sequence || number > 0) return number;
    const stream = streamOf('sequence', sequence);
    const appended = await journal.append({
      stream,
      events: [{ type: 'NumberTaken', data: { by } }],
      meta: auxiliary(meta, uuidv5(stream, meta.commandId)),
      expected: 'any',
    });
    if (!appended.ok) throw new Error(`${stream} refused a number.`);
    number = Number(appended.revision) + 1;
    return number;
  }

  async function append<S, E>(
    { ref, folded }: Decision<S, E>,
    decided: readonly E[],
  ): Promise<CarriedOut<S>> {
    const events = decided as readonly unknown[] as readonly DomainEvent[];
    const stream = streamOf(ref.aggregate.category, ref.id);
    const newest = records.newest();
    const appended = await journal.append({ stream, events, meta, expected: folded.revision });
    if (!appended.ok) return { kind: 'conflict' };
    const { revision, position } = appended;
    // Older than what was there before: the journal knew the append again, and what it holds is what counts.
    if (position <= newest) return { kind: 'appended', folded: await records.refresh(ref), repeated: true };
    const happened: Happened<DomainEvent>[] = events.map((event) => ({
      ...event,
      by: meta.actorId,
      at: meta.occurredAt,
    }));
    const extension = { commandId: meta.commandId, events: happened, revision, position };
    return { kind: 'appended', folded: records.extend(ref, folded, extension), repeated: false };
  }

  /** What is not known of the record yet may be this command's own end of it. */
  async function announce(
    guard: Guard,
    { ref, folded }: Pick<Decision<unknown, never>, 'ref' | 'folded'>,
  ): Promise<CarriedOut<never> | undefined> {
    if ((await records.refresh(ref)).revision !== folded.revision) return { kind: 'conflict' };
    const rejection = await guards.pass(guard, { ref, folded, meta });
    return rejection && { kind: 'refused', rejection };
  }

  async function attempt<S, E>(decision: Decision<S, E>): Promise<CarriedOut<S>> {
    const { ref, decide, guard, sequence } = decision;
    const obstacle = await claim(ref, decision.claims.take);
    if (obstacle) return obstacle;
    await letGo(ref, decision.claims.release);
    const decided = decide(await draw(sequence, ref.id));
    if (isRejection(decided)) return { kind: 'refused', rejection: decided };
    const obstructed = guard && (await announce(guard, decision));
    return obstructed ?? append(decision, decided);
  }

  /** Gives back what was claimed for nothing. */
  async function abandon(ref: Ref<unknown>): Promise<void> {
    for (const one of taken.splice(0)) await claims.release(one, { ref, meta });
  }

  return { attempt, abandon };
}
