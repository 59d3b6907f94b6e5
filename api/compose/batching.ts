import { createTakingBack, type TakingBackService } from '#api/batches/takeBack.ts';
import { createImports, type ImportService } from '#api/imports/createImports.ts';
import type { Parts } from './parts.ts';

const PATIENCE_MS = 5_000;

export const importsOf = ({
  foundation,
  reads,
  log,
}: Pick<Parts, 'foundation' | 'reads' | 'log'>): ImportService =>
  createImports({
    runner: foundation.runner,
    imports: foundation.vault.imports,
    reads,
    log,
    clock: Date.now,
  });

type Needed = Pick<Parts, 'foundation' | 'projector' | 'reads' | 'log'>;

export const takingBackOf = ({ foundation, projector, reads, log }: Needed): TakingBackService =>
  createTakingBack({
    runner: foundation.runner,
    log,
    changesOf: async (batchId, action) => {
      await projector.waitFor(foundation.ends(), PATIENCE_MS);
      return reads.batches.changes(batchId, action);
    },
  });
