import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { startApp, type TestApp } from '#tests/support/app.ts';
import { makeCategory, openRoom } from '#tests/support/fixtures.ts';
import { figure, type Benchmark } from './figure.ts';

const ROWS = 10_000;
const POLL_MS = 200;

const checked = z.object({ importId: z.string(), counts: z.object({ create: z.number() }) });
const underway = z.object({ status: z.string(), progress: z.object({ done: z.number() }) });

const line = (_: unknown, n: number): string => `B-${n},Thing ${n},Laptops,Store,SN${n}`;
const file = (): string =>
  ['Tag,Name,Category,Room,Serial', ...Array.from({ length: ROWS }, line)].join('\n');

async function dryRun(app: TestApp): Promise<string> {
  const form = new FormData();
  form.set('kind', 'equipment');
  form.set('file', new Blob([file()]), 'things.csv');
  const answer = await app.admin.send('/api/imports', { method: 'POST', body: form });
  const { importId, counts } = checked.parse(answer.body);
  if (counts.create !== ROWS) throw new Error('not every row would be imported');
  return importId;
}

async function ended(app: TestApp, importId: string): Promise<void> {
  for (;;) {
    const { status, progress } = underway.parse(
      (await app.admin.get(`/api/imports/${importId}?limit=1`)).body,
    );
    if (status === 'Finished' && progress.done === ROWS) return;
    if (status !== 'Running') throw new Error(`the import is ${status} after ${progress.done} rows`);
    await pause(POLL_MS);
  }
}

/** An import of 10,000 things on the embedded stores: the dry run, and the run. */
export const importBenchmark: Benchmark = {
  name: 'import',
  async measure() {
    const app = await startApp();
    try {
      await openRoom(app, 'Store');
      await makeCategory(app, 'Laptops');
      await app.daybook.projector.waitFor(app.daybook.ends(), 5_000);
      const started = performance.now();
      const importId = await dryRun(app);
      const between = performance.now();
      await app.admin.post(`/api/imports/${importId}/run`);
      await ended(app, importId);
      return [
        figure('import.check', between - started, 'ms'),
        figure('import.rows', (ROWS * 1_000) / (performance.now() - between), 'rows/s'),
      ];
    } finally {
      await app.stop();
    }
  },
};
