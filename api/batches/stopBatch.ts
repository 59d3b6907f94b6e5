import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Problem } from '#api/contract/problem.ts';
import type { Viewer } from '#api/http/route.ts';
import type { ImportService } from '#api/imports/createImports.ts';
import { isProblem, problem, rejected } from '#api/problems.ts';
import { actorOf } from '#api/routes/asking.ts';
import type { Runner } from '#commands/run.ts';
import { batch, type StartedBatch } from '#domain/batch/batch.ts';
import { isImport, isStartedBatch } from '#domain/batch/rules.ts';
import { refuse } from '#domain/rejection.ts';
import type { Actor } from '#domain/role.ts';
import { giveIn } from './giving.ts';
import { obstacleTo } from './obstacle.ts';
import type { ChangesOf } from './undoing.ts';
import { LOOK_MS, type Working } from './working.ts';

export interface StopDeps {
  readonly runner: Runner;
  readonly working: Working;
  readonly imports: Pick<ImportService, 'stop'>;
  /** What a batch changed, once all of it is in the tables. */
  readonly changesOf: ChangesOf;
}

/** The batch, where it runs and may be stopped; undefined where it is stopped already. */
async function running(
  { runner }: StopDeps,
  actor: Actor,
  batchId: string,
): Promise<StartedBatch | Problem | undefined> {
  const { state } = await runner.load({ aggregate: batch, id: batchId });
  if (!isStartedBatch(state)) return problem('not-found');
  const forbidden = obstacleTo(actor, 'stopBatch', state);
  if (forbidden) return rejected(forbidden);
  if (state.status === 'Stopped') return undefined;
  return state.status === 'Running' ? state : rejected(refuse('BatchOver'));
}

/** Says of a batch that this process knows nothing of how far it came. */
async function halt(
  { runner, changesOf }: StopDeps,
  actor: Actor,
  { batchId, action }: StartedBatch & { readonly batchId: string },
): Promise<Problem | undefined> {
  // What was refused nobody knows any more.
  const input = { done: (await changesOf(batchId, action)).length, failed: 0 };
  const told = await giveIn(runner, 'stopBatch', { id: batchId, batchId, actor, input, part: randomUUID() });
  if (isProblem(told)) return told;
  // Whoever works on it in another process sees it by then.
  await setTimeout(2 * LOOK_MS);
  return undefined;
}

/** Stops a batch that runs, or one that nobody works on any more; undefined once it is stopped. */
export async function stopBatch(
  deps: StopDeps,
  viewer: Viewer,
  batchId: string,
): Promise<Problem | undefined> {
  const actor = actorOf(viewer);
  const found = await running(deps, actor, batchId);
  if (!found || isProblem(found)) return found;
  if (await deps.working.stop(batchId)) return undefined;
  if (isImport(found.action)) {
    const stopped = await deps.imports.stop(viewer, batchId);
    // What is known of an import is forgotten after a week.
    if (stopped?.status !== 404) return stopped;
  }
  return halt(deps, actor, { ...found, batchId });
}
