import { setTimeout } from 'node:timers/promises';
import type { BulkResult } from '#api/contract/answers.ts';
import type { TakenBack, TakingBack } from '#api/contract/batches.ts';
import type { Problem } from '#api/contract/problem.ts';
import type { Log } from '#api/log.ts';
import { isProblem, problem, rejected } from '#api/problems.ts';
import type { BatchChange } from '#api/reads/batches.ts';
import type { Runner } from '#commands/run.ts';
import { batch, type StartedBatch } from '#domain/batch/batch.ts';
import { isLasting, isStartedBatch } from '#domain/batch/rules.ts';
import { refuse } from '#domain/rejection.ts';
import type { Actor } from '#domain/role.ts';
import { giveIn } from './giving.ts';
import { obstacleTo } from './obstacle.ts';
import { pooled } from './pool.ts';
import { lastOf, resultOf, tally } from './resulting.ts';
import { UNDOING, type ChangesOf } from './undoing.ts';

const AT_ONCE = 16;
/** Somewhat less than a request may take. */
const PATIENCE_MS = 15_000;

export interface TakeBackDeps {
  readonly runner: Runner;
  /** What a batch changed, once all of it is in the tables. */
  readonly changesOf: ChangesOf;
  /** Stops one that is carried out no more, though nobody has said so; false where it may still run. */
  readonly settle: (actor: Actor, batchId: string, batch: StartedBatch) => Promise<boolean>;
  readonly log: Log;
}

interface Work {
  readonly total: number;
  readonly results: BulkResult[];
  /** The position of the end of it all. */
  readonly ended: Promise<string>;
}

export interface TakingBackService {
  /** `whole` is false where it goes on after the answer. */
  readonly take: (
    actor: Actor,
    batchId: string,
  ) => Promise<{ readonly whole: boolean; readonly answer: TakenBack } | Problem>;
  readonly under: (batchId: string) => TakingBack | null;
}

function toldOf({ total, results }: Pick<Work, 'total' | 'results'>): TakingBack {
  const { done, failed } = tally(results);
  const kept = results.filter(({ ok, problem }) => !ok && isLasting(problem?.rejection)).length;
  return { total, done, kept, left: failed - kept };
}

export function createTakingBack({ runner, changesOf, settle, log }: TakeBackDeps): TakingBackService {
  const working = new Map<string, Work>();

  async function obstacle(actor: Actor, batchId: string): Promise<StartedBatch | Problem> {
    const { state } = await runner.load({ aggregate: batch, id: batchId });
    if (!isStartedBatch(state)) return problem('not-found');
    const forbidden = obstacleTo(actor, 'takeBackBatch', state);
    if (forbidden) return rejected(forbidden);
    if (state.status === 'Running' && !(await settle(actor, batchId, state)))
      return rejected(refuse('BatchRunning'));
    return state.status === 'TakenBack' ? rejected(refuse('BatchOver')) : state;
  }

  async function undo(
    actor: Actor,
    batchId: string,
    { action, change }: { action: StartedBatch['action']; change: BatchChange },
  ) {
    const { id } = change;
    const { command, input, stand } = UNDOING[action];
    const stands = (await stand?.(runner, change)) ?? 'new';
    if (stands === 'changed') return resultOf(id, rejected(refuse('ChangedSince')));
    if (stands === 'undone') return { id, ok: true };
    const given = { id, actor, batchId, input: input(batchId), part: `take back ${id}` };
    return resultOf(id, await giveIn(runner, command, given));
  }

  async function begin(actor: Actor, batchId: string, { action }: StartedBatch): Promise<Work> {
    const changes = await changesOf(batchId, action);
    const results: BulkResult[] = [];
    const all = async () => {
      await pooled(changes, { width: AT_ONCE }, async (change) => {
        results.push(await undo(actor, batchId, { action, change }));
      });
      const { done, kept, left } = toldOf({ total: changes.length, results });
      if (left > 0) return lastOf(results);
      const input = { done, failed: kept };
      const given = { id: batchId, actor, batchId, input, part: 'takeBackBatch' };
      const told = await giveIn(runner, 'takeBackBatch', given);
      if (!isProblem(told)) return String(told.position);
      log.error('a batch was taken back, but not told so', { batchId, ...told });
      return lastOf(results);
    };
    const ended = all().finally(() => working.delete(batchId));
    const work = { total: changes.length, results, ended };
    working.set(batchId, work);
    return work;
  }

  return {
    under: (batchId) => {
      const work = working.get(batchId);
      return work ? toldOf(work) : null;
    },
    async take(actor, batchId) {
      const found = await obstacle(actor, batchId);
      if (isProblem(found)) return found;
      const work = working.get(batchId) ?? (await begin(actor, batchId, found));
      const late = new AbortController();
      const end = await Promise.race([
        work.ended,
        setTimeout(PATIENCE_MS, null, { signal: late.signal }).catch(() => null),
      ]);
      late.abort();
      const { results } = work;
      work.ended.catch((error: unknown) => log.error('a batch was not taken back', { batchId, error }));
      const answer = {
        batchId,
        takingBack: toldOf(work),
        results: [...results],
        position: end ?? lastOf(results),
      };
      return { whole: end !== null, answer };
    },
  };
}
