import { randomUUID } from 'node:crypto';
import { giveIn } from '#api/batches/giving.ts';
import type { ImportAnswer } from '#api/contract/imports.ts';
import type { Problem } from '#api/contract/problem.ts';
import type { Log } from '#api/log.ts';
import { isProblem } from '#api/problems.ts';
import type { Runner } from '#commands/run.ts';
import type { Actor } from '#domain/role.ts';
import type { Imports } from '#vault/imports.ts';
import { startJob, type Running } from './job.ts';
import type { JudgedRow } from './judge.ts';
import { totalOf, type Kept, type KeptImports } from './kept.ts';
import { ACTIONS, carriedOut, idIn } from './plan.ts';

export interface CarryingDeps {
  readonly runner: Runner;
  readonly imports: Imports;
  readonly kept: KeptImports;
  readonly log: Log;
  /** ms since 1970 */
  readonly clock: () => number;
}

export interface Carrying {
  /** Begins, or takes up again, what this process has taken; undefined once it goes on by itself. */
  readonly start: (actor: Actor, one: Kept) => Promise<Problem | undefined>;
  readonly stop: (actor: Actor, one: Kept) => Promise<Problem | undefined>;
  /** Says of one that nobody carries out how far it came; false where somebody does. */
  readonly settle: (actor: Actor, one: Kept) => Promise<boolean>;
  readonly progressOf: (one: Kept) => ImportAnswer['progress'];
  readonly failuresOf: (one: Kept) => Readonly<Record<string, string>>;
  /** The name of this process among those that carry out imports. */
  readonly process: string;
  readonly close: () => Promise<void>;
}

/** The imports that this process carries out, each as one batch. */
export function createCarrying({ runner, imports, kept, log, clock }: CarryingDeps): Carrying {
  const process = randomUUID();
  const running = new Map<string, Running>();
  const ends = new Map<string, Promise<void>>();

  const failuresOf: Carrying['failuresOf'] = ({ importId, failures }) =>
    running.get(importId)?.failures() ?? failures;
  const progressOf: Carrying['progressOf'] = (one) => {
    const failed = Object.keys(failuresOf(one)).length;
    const done = running.get(one.importId)?.done() ?? one.done;
    return { total: totalOf(one), done: Math.max(done - failed, 0), failed };
  };
  const tell = (actor: Actor, one: Kept, name: 'stopBatch' | 'finishBatch') => {
    const { done, failed } = progressOf(one);
    const given = { id: one.importId, batchId: one.importId, actor, part: randomUUID() };
    return giveIn(runner, name, { ...given, input: { done, failed } });
  };

  async function begin(actor: Actor, one: Kept): Promise<Problem | undefined> {
    const given = { id: one.importId, batchId: one.importId, actor };
    const input = { action: ACTIONS[one.kind], size: totalOf(one), title: one.told.fileName };
    const started = await giveIn(runner, 'startBatch', { ...given, input, part: 'startBatch' });
    if (isProblem(started)) return started;
    const takenUp = await giveIn(runner, 'takeUpBatch', { ...given, input: {}, part: randomUUID() });
    return isProblem(takenUp) ? takenUp : undefined;
  }

  async function stopped(actor: Actor, one: Kept): Promise<void> {
    await imports.stop(one.importId);
    await tell(actor, one, 'stopBatch');
  }

  async function follow(
    actor: Actor,
    one: Kept,
    { job, rows }: { job: Running; rows: readonly JudgedRow[] },
  ) {
    const { importId } = one;
    try {
      const whole = await job.ended;
      if (whole) {
        await imports.finish(importId, process, JSON.stringify(carriedOut(rows)));
        await tell(actor, one, 'finishBatch');
      } else await stopped(actor, one);
    } catch (error) {
      log.error('an import was stopped', { importId, error });
      await stopped(actor, one).catch((also: unknown) =>
        log.error('it was not told that an import was stopped', { importId, error: also }),
      );
    } finally {
      running.delete(importId);
      kept.forget(importId);
      ends.delete(importId);
    }
  }

  return {
    process,
    progressOf,
    failuresOf,
    async settle(actor, one) {
      if (one.status === 'Running') return false;
      const told = await tell(actor, one, one.status === 'Finished' ? 'finishBatch' : 'stopBatch');
      return !isProblem(told);
    },
    async start(actor, one) {
      const { importId, kind, done: from, failures } = one;
      const refused = await begin(actor, one);
      if (refused) {
        await imports.stop(importId);
        return refused;
      }
      const rows = await kept.rowsOf(importId);
      const job = startJob(
        { runner, imports, process, clock },
        { importId, actor, rows, from, failures, idOf: idIn(importId, kind) },
      );
      running.set(importId, job);
      ends.set(importId, follow(actor, one, { job, rows }));
      return undefined;
    },
    async stop(actor, one) {
      await imports.stop(one.importId);
      running.get(one.importId)?.stop();
      await ends.get(one.importId);
      const told = await tell(actor, one, 'stopBatch');
      return isProblem(told) ? told : undefined;
    },
    async close() {
      for (const job of running.values()) job.stop();
      await Promise.all(ends.values());
    },
  };
}
