import type { BatchDone } from '#api/contract/batches.ts';
import type { Problem } from '#api/contract/problem.ts';
import type { Viewer } from '#api/http/route.ts';
import { actorOf } from '#api/routes/asking.ts';
import { startBatch, type StartDeps, type ToStart } from './startBatch.ts';
import { stopBatch, type StopDeps } from './stopBatch.ts';
import { createWorking } from './working.ts';

export interface BatchService {
  readonly start: (viewer: Viewer, what: ToStart) => Promise<Omit<BatchDone, 'batch'> | Problem>;
  readonly stop: (viewer: Viewer, batchId: string) => Promise<Problem | undefined>;
}

interface BatchDeps extends Omit<StartDeps & StopDeps, 'working'> {
  /** ms since 1970 */
  readonly clock: () => number;
}

export function createBatches({ clock, ...deps }: BatchDeps): BatchService {
  const working = createWorking(deps.runner, clock);
  return {
    start: (viewer, what) => startBatch({ ...deps, working }, actorOf(viewer), what),
    stop: (viewer, batchId) => stopBatch({ ...deps, working }, viewer, batchId),
  };
}
