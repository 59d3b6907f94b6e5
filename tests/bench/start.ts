import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { inCache } from './cache.ts';
import { figure, percentile, type Benchmark } from './figure.ts';
import { startProduct } from '#tests/support/product.ts';
import { eventsIn, seededJournal } from './seed.ts';

const TICKETS = 16_700;
const STARTS = 3;

/** A start on a journal of 100,000 events with its read tables present, all embedded. */
export const startBenchmark: Benchmark = {
  name: 'start',
  async measure() {
    const directory = inCache('start');
    if (!existsSync(directory)) {
      const making = inCache('start.making');
      rmSync(making, { recursive: true, force: true });
      cpSync(await seededJournal(TICKETS), making, { recursive: true });
      const first = await startProduct({ directory: making, readyWithinMs: 300_000 });
      await first.stop();
      renameSync(making, directory);
    }
    const took: number[] = [];
    for (let n = 0; n < STARTS; n++) {
      const product = await startProduct({ directory });
      took.push(product.readyAfter);
      await product.stop();
    }
    return [
      figure('start.events', eventsIn(directory), 'events'),
      figure('start.ready', percentile(took, 50) / 1_000, 's'),
    ];
  },
};
