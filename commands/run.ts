import type { z } from 'zod';
import { streamOf } from '#domain/ids.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';
import type { Policy } from '#domain/ticket/rules.ts';
import type { Journal, Recorded } from '#eventstore/journal.ts';
import type { Command, Needs, Ref, Tables } from './command.ts';
import { createClaims } from './running/claims.ts';
import { createGuards } from './running/guards.ts';
import { createJudge } from './running/judge.ts';
import { createLock } from './running/locks.ts';
import { createRecords } from './running/records.ts';
import { isId, taskOf, type Fault, type Request } from './running/request.ts';
import { createPursuit } from './running/pursue.ts';

export type { Fault, Request } from './running/request.ts';

export type Outcome<S> =
  | {
      readonly kind: 'done';
      readonly id: string;
      readonly revision: bigint;
      readonly position: bigint;
      readonly state: S;
      /** Types; none where all was so already. */
      readonly events: readonly string[];
      /** The same command, or the same report, had been carried out before: this is what it led to. */
      readonly repeated: boolean;
    }
  | { readonly kind: 'invalid'; readonly faults: readonly Fault[] }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'conflict'; readonly revision: bigint; readonly since: readonly Recorded[] };

export interface Runner {
  /** Throws JournalUnavailable where it is not known whether the command was carried out: it may be given again. */
  run<S, E, I extends z.ZodObject, N extends Needs>(
    command: Command<S, E, I, N>,
    request: Request,
  ): Promise<Outcome<S>>;
  /** A record as it stands, verified within the last `maxAgeMs` milliseconds, or now. */
  load<S>(ref: Ref<S>, maxAgeMs?: number): Promise<{ state: S; revision: bigint | 'no stream' }>;
}

export interface RunnerDeps {
  readonly journal: Journal;
  /** RFC 3339, UTC. */
  readonly now: () => string;
  readonly newId: () => string;
  readonly policy: Policy;
  /** The HMAC, in hex, that stands for a value in the name of its claim. */
  readonly digest: (kind: string, value: string) => string;
  readonly tables: Tables;
}

/** Carries out commands: parse, load, decide, append, and again where another was faster. */
export function createRunner({ journal, now, newId, policy, digest, tables }: RunnerDeps): Runner {
  const clock = (): number => Date.parse(now());
  const records = createRecords(journal, clock);
  const claims = createClaims({ journal, records, now: clock, newId, digest });
  const judge = createJudge({ journal, records, policy, tables });
  const guards = createGuards({ journal, records, newId });
  const pursue = createPursuit({ journal, records, claims, guards, judge });
  const lock = createLock();

  return {
    async run(command, request) {
      if (!isId(request.id)) return { kind: 'rejected', rejection: refuse('NotFound') };
      const task = taskOf(command, request, { now, newId });
      if (!('meta' in task)) return { kind: 'invalid', faults: task };
      const ref = { aggregate: command.aggregate, id: task.id };
      return lock(streamOf(ref.aggregate.category, ref.id), () =>
        pursue(command, task).catch((fault: unknown) => {
          // What has been written is not known: the next one reads.
          records.forget(ref);
          throw fault;
        }),
      );
    },
    async load(ref, maxAgeMs = 0) {
      const { state, revision } = await records.recent(ref, maxAgeMs);
      return { state, revision };
    },
  };
}
