import type { z } from 'zod';
import { streamOf } from '#domain/ids.ts';
import { isBarred, isRejection, type Rejection } from '#domain/rejection.ts';
import type { Policy } from '#domain/ticket/rules.ts';
import type { Journal, Recorded } from '#eventstore/journal.ts';
import type { Command, Context, Needs, StatesOf, Tables, Told } from '../command.ts';
import { gather } from '../needs.ts';
import { overlapOf } from './overlap.ts';
import type { Done, Folded, Records } from './records.ts';
import { partId, type Task } from './request.ts';
import { tell } from './tell.ts';

/** How a command stands to a record as it is folded. */
export type Verdict<E> =
  | { readonly kind: 'repeated'; readonly done: Done }
  | { readonly kind: 'overlaps'; readonly since: readonly Recorded[] }
  | { readonly kind: 'refused'; readonly rejection: Rejection }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'go'; readonly decide: (number: number) => readonly E[] | Rejection };

interface JudgeDeps {
  readonly journal: Journal;
  readonly records: Records;
  readonly policy: Policy;
  readonly tables: Tables;
}

export function createJudge({ journal, records, policy, tables }: JudgeDeps) {
  function overlap<S>(
    command: { readonly aggregate: { readonly category: string }; readonly facets: readonly string[] },
    { id, ifMatch: seen }: Task<unknown>,
    { revision }: Folded<S>,
  ): Promise<readonly Recorded[] | undefined> {
    if (seen === undefined || revision === 'no stream') return Promise.resolve(undefined);
    const stream = streamOf(command.aggregate.category, id);
    return overlapOf(journal, stream, { seen, revision, facets: command.facets });
  }

  function contextOf<N>(
    { id, actor, now, meta }: Task<unknown>,
    needed: N,
    told: Told,
  ): Omit<Context<N>, 'number'> {
    const { occurredAt, commandId } = meta;
    return { actor, now, occurredAt, policy, id, needed, told, ids: (n) => partId(commandId, n) };
  }

  /** `maxAgeMs`: how long ago the other records that the command needs may have been verified. */
  return async function judge<S, E, I extends z.ZodObject, N extends Needs>(
    command: Command<S, E, I, N>,
    task: Task<z.output<I>>,
    folded: Folded<S>,
    maxAgeMs: number,
  ): Promise<Verdict<E>> {
    const done = folded.done.get(task.meta.commandId);
    if (done) return { kind: 'repeated', done };
    const since = await overlap(command, task, folded);
    const { input, actor } = task;
    const { state } = folded;
    const told = await tell(command.asks({ input, state, id: task.id }), tables);
    const needed: StatesOf<N> = await gather<N>(
      (known) => command.needs({ input, state, actor, known, told }),
      async (ref) => (await records.recent(ref, maxAgeMs)).state,
    );
    const context = contextOf(task, needed, told);
    const decide = (number: number) => command.decide(state, input, { ...context, number });
    const decided = decide(0);
    // Who may not do this at all is told so, and not what has happened since.
    if (since && !isBarred(decided)) return { kind: 'overlaps', since };
    if (isRejection(decided)) return { kind: 'refused', rejection: decided };
    return decided.length === 0 ? { kind: 'nothing' } : { kind: 'go', decide };
  };
}

export type Judge = ReturnType<typeof createJudge>;
