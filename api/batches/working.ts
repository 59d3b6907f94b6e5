import type { Runner } from '#commands/run.ts';
import { batch } from '#domain/batch/batch.ts';

/** How often somebody who works on a batch looks whether it was stopped elsewhere. */
export const LOOK_MS = 500;

export interface Work {
  readonly goesOn: () => boolean;
  /** Sees after a while that another process has stopped it. */
  readonly look: () => Promise<void>;
  readonly end: () => void;
}

export interface Working {
  readonly begin: (batchId: string) => Work;
  /** Resolves once nothing of it is under way any more; false where this process does not work on it. */
  readonly stop: (batchId: string) => Promise<boolean>;
}

interface UnderWay {
  isStopped: boolean;
  readonly ended: PromiseWithResolvers<void>;
}

/** The batches that this process works on; `clock` is in ms since 1970. */
export function createWorking(runner: Runner, clock: () => number): Working {
  const working = new Map<string, UnderWay>();
  return {
    begin(batchId) {
      const own: UnderWay = { isStopped: false, ended: Promise.withResolvers() };
      working.set(batchId, own);
      let seen = clock();
      return {
        goesOn: () => !own.isStopped,
        async look() {
          if (own.isStopped || clock() - seen < LOOK_MS) return;
          seen = clock();
          const { state } = await runner.load({ aggregate: batch, id: batchId });
          if (state.status === 'Stopped') own.isStopped = true;
        },
        end() {
          if (working.get(batchId) === own) working.delete(batchId);
          own.ended.resolve();
        },
      };
    },
    async stop(batchId) {
      const own = working.get(batchId);
      if (!own) return false;
      own.isStopped = true;
      await own.ended.promise;
      return true;
    },
  };
}
