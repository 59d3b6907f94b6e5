import type { z } from 'zod';
import type { Journal } from '#eventstore/journal.ts';
import { streamOf } from '#domain/ids.ts';
import type { Command, Needs, Ref } from '../command.ts';
import type { Outcome } from '../run.ts';
import { createCarrier, type CarriedOut } from './carryOut.ts';
import type { Claims, Holder } from './claims.ts';
import type { Judge, Verdict } from './judge.ts';
import type { Guards } from './guards.ts';
import type { Done, Folded, Records } from './records.ts';
import type { Task } from './request.ts';

/** Other records that a decision needs may have been verified so long ago, unless it is a refusal. */
const NEEDED_MAX_AGE_MS = 2_000;
const TRIES = 6;
/** Doubled from try to try, so that one who loses often outlasts the others. */
const JITTER_MS = 10;

interface PursuitDeps {
  readonly journal: Journal;
  readonly records: Records;
  readonly claims: Claims;
  readonly guards: Guards;
  readonly judge: Judge;
}

type Refusal<E> = Exclude<Verdict<E>, { kind: 'go' | 'repeated' }>;

const jitter = (tries: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * JITTER_MS * 2 ** tries));

const revisionOf = ({ revision }: Folded<unknown>): bigint => (revision === 'no stream' ? -1n : revision);

const doneAs = <S>(id: string, { state }: Folded<S>, done: Done, repeated: boolean): Outcome<S> => ({
  kind: 'done',
  id,
  state,
  repeated,
  ...done,
});

const hasLedToEvents = (outcome: Outcome<unknown>, id: string): boolean =>
  outcome.kind === 'done' && outcome.id === id && outcome.events.length > 0;

function answerOf<S>(id: string, folded: Folded<S>, verdict: Refusal<unknown>): Outcome<S> {
  const revision = revisionOf(folded);
  switch (verdict.kind) {
    case 'refused':
      return { kind: 'rejected', rejection: verdict.rejection };
    case 'overlaps':
      return { kind: 'conflict', revision, since: verdict.since };
    case 'nothing':
      return doneAs(id, folded, { revision, position: folded.position, events: [] }, false);
    default:
      return verdict satisfies never;
  }
}

/** Judges on what is in memory, which the append at the exact revision proves; a refusal only on what is in the journal. */
export function createPursuit({ journal, records, claims, guards, judge }: PursuitDeps) {
  async function conflictSince<S>(ref: Ref<S>, first: Folded<S>): Promise<Outcome<S>> {
    const folded = await records.refresh(ref);
    const stream = streamOf(ref.aggregate.category, ref.id);
    const since = await Array.fromAsync(journal.readStream(stream, revisionOf(first) + 1n));
    return { kind: 'conflict', revision: revisionOf(folded), since };
  }

  function heldBy<S>({ id, folded, done }: Holder): Outcome<S> {
    if (!done) throw new Error(`The report ${id} has no result yet.`);
    return doneAs(id, folded as Folded<S>, done, true);
  }

  /** Undefined: another was faster. */
  function outcomeOf<S>(task: Task<unknown>, result: CarriedOut<S>): Outcome<S> | undefined {
    switch (result.kind) {
      case 'appended': {
        const done = result.folded.done.get(task.meta.commandId);
        if (!done) throw new Error(`${task.meta.command} was appended and is not there.`);
        return doneAs(task.id, result.folded, done, result.repeated);
      }
      case 'refused':
        return { kind: 'rejected', rejection: result.rejection };
      case 'held':
        return heldBy(result.holder);
      case 'conflict':
        return undefined;
      default:
        return result satisfies never;
    }
  }

  return async function pursue<S, E, I extends z.ZodObject, N extends Needs>(
    command: Command<S, E, I, N>,
    task: Task<z.output<I>>,
  ): Promise<Outcome<S>> {
    const ref: Ref<S> = { aggregate: command.aggregate, id: task.id };
    const carrier = createCarrier({ journal, records, claims, guards }, task);
    const first = records.known(ref) ?? (await records.refresh(ref));

    async function verdictOn(folded: Folded<S>) {
      const verdict = await judge(command, task, folded, NEEDED_MAX_AGE_MS);
      if (verdict.kind === 'go' || verdict.kind === 'repeated') return { folded, verdict };
      const verified = await records.refresh(ref);
      return { folded: verified, verdict: await judge(command, task, verified, 0) };
    }

    async function tryOn(known: Folded<S>): Promise<Outcome<S> | undefined> {
      const { folded, verdict } = await verdictOn(known);
      if (verdict.kind === 'repeated') return doneAs(task.id, folded, verdict.done, true);
      if (verdict.kind !== 'go') return answerOf(task.id, folded, verdict);
      const { decide } = verdict;
      const { input, actor } = task;
      const wanted = command.claims(input, folded.state, actor);
      const guard = command.guard({ input, state: folded.state, actor });
      const decision = { ref, folded, decide, claims: wanted, guard, sequence: command.sequence };
      return outcomeOf(task, await carrier.attempt(decision));
    }

    let folded = first;
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const outcome = await tryOn(folded);
      if (outcome) {
        if (!hasLedToEvents(outcome, task.id)) await carrier.abandon(ref);
        return outcome;
      }
      await jitter(tries);
      folded = await records.refresh(ref);
    }
    await carrier.abandon(ref);
    return conflictSince(ref, first);
  };
}
