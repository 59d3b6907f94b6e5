import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import { sheetOf } from '#tests/support/arbitraryCsv.ts';
import { importing, type Importing } from '#tests/support/importing.ts';

let app: TestApp;
let check: Importing['check'];
let finished: Importing['finished'];
beforeAll(async () => {
  app = await startApp();
  ({ check, finished } = importing(app));
  for (const floor of ['1', '2'])
    await app.admin.post('/api/rooms', { name: 'Lab', building: 'North', floor });
  await app.admin.post('/api/rooms', { name: 'Store', building: 'South' });
  const fields = [
    { type: 'number', key: 'ram', label: 'Memory', required: false },
    { type: 'text', key: 'note', label: 'Note', required: false },
    { type: 'yesNo', key: 'touch', label: 'Touch', required: false },
  ];
  await app.admin.post('/api/categories', { kind: 'equipment', name: 'Laptops', fields });
});
afterAll(() => app.stop());

const RUNS = { numRuns: 8, endOnFailure: true };

test.for(['rooms', 'categories', 'users', 'equipment'] as const)(
  'What is judged right in a list of %s is imported, and is there already when it comes again',
  async (kind) => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(sheetOf(kind, [5, 25]), async ({ bytes }) => {
        const { importId, counts, rows } = await check(app.admin, kind, bytes);
        const wanted = rows.filter(({ outcome }) => outcome === 'create').map(({ row }) => row);
        if (wanted.length === 0) return;
        expect((await app.admin.post(`/api/imports/${importId}/run`, { skipFaults: true })).status).toBe(202);
        const after = await finished(app.admin, importId);
        expect(after.rows.filter(({ row, outcome }) => wanted.includes(row) && outcome === 'fault')).toEqual(
          [],
        );
        expect(after.progress).toEqual({ total: wanted.length, done: wanted.length, failed: 0 });
        const again = await check(app.admin, kind, bytes);
        expect(again.counts.create).toBe(0);
        expect(again.rows.filter(({ row, outcome }) => wanted.includes(row) && outcome !== 'same')).toEqual(
          [],
        );
        expect(again.counts.rows).toBe(counts.rows);
        made += wanted.length;
      }),
      RUNS,
    );
    expect(made).toBeGreaterThan(10);
  },
);
