import { createBatches, type BatchService } from '#api/batches/createBatches.ts';
import { createTakingBack, type TakingBackService } from '#api/batches/takeBack.ts';
import { createImports, type ImportService } from '#api/imports/createImports.ts';
import type { BatchAction } from '#domain/batch/events.ts';
import { isImport } from '#domain/batch/rules.ts';
import type { Parts } from './parts.ts';

const PATIENCE_MS = 5_000;

export interface Batching {
  readonly imports: ImportService;
  readonly batching: BatchService;
  readonly takingBack: TakingBackService;
}

/** All that is done to many records at once. */
export function batchingOf({
  foundation,
  projector,
  reads,
  log,
}: Pick<Parts, 'foundation' | 'projector' | 'reads' | 'log'>): Batching {
  const { runner, vault } = foundation;
  const imports = createImports({ runner, imports: vault.imports, reads, log, clock: Date.now });
  const changesOf = async (batchId: string, action: BatchAction) => {
    await projector.waitFor(foundation.ends(), PATIENCE_MS);
    return reads.batches.changed(batchId, action);
  };
  return {
    imports,
    batching: createBatches({ runner, imports, changesOf, log, clock: Date.now }),
    takingBack: createTakingBack({
      runner,
      log,
      changesOf,
      settle: (actor, batchId, { action }) =>
        isImport(action) ? imports.settle(actor, batchId) : Promise.resolve(false),
    }),
  };
}
