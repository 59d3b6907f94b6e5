import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '#domain/role.ts';
import type { EquipmentFilters, EquipmentSort } from '#projections/equipmentRegister/filters.ts';
import { listEquipmentRows } from '#projections/equipmentRegister/query.ts';
import type { Viewer } from '#projections/readDatabase.ts';
import { roomBoard } from '#projections/roomBoard/query.ts';
import { onBothDatabases } from '#tests/support/databases.ts';
import { EquipmentOracle } from '#tests/support/equipmentOracle.ts';
import { LAPTOPS, SCREENS, tagOf } from '#tests/support/equipmentStory.ts';
import { ANA, BEN, HALL, ids, KIM, LAB, LEE } from '#tests/support/people.ts';
import { projecting, type Projecting } from '#tests/support/projecting.ts';
import { BEGIN, DAYS, EQUIPMENT_WORDS, HOURS, randomEquipment } from '#tests/support/randomEquipment.ts';
import { ArrayJournal } from '#tests/support/recorded.ts';

const THINGS = 200;
const viewer = (userId: string, role: Role): Viewer => ({ userId, role });
const kim = viewer(KIM, 'technician');
const viewers = [kim, kim, viewer(LEE, 'auditor'), viewer(ANA, 'requester'), viewer(BEN, 'requester')];
const fields = ['tag', 'name', 'updatedAt', 'dueOn', 'warrantyUntil', 'maintenanceDueOn'] as const;
const sorts = fields.flatMap((field): EquipmentSort[] => [field, `-${field}`]);
const moments = Array.from({ length: HOURS + 2 }, (_, hour) =>
  new Date(BEGIN + (hour - 1) * 3_600_000 + (hour % 3) * 60_000).toISOString(),
);
const some = <T>(...items: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 3 });
const typed = fc.oneof(
  fc.uniqueArray(fc.constantFrom(...EQUIPMENT_WORDS, 'lap', 'TRAVEL', 'zuri', 'nothing'), {
    minLength: 1,
    maxLength: 2,
  }),
  fc.integer({ min: 1, max: THINGS }).map((n) => [tagOf(n).toLowerCase()]),
  fc.constantFrom(['zz-00'], ['SN7'], ['AB-000']),
);
const until = fc.constantFrom(...DAYS, '2026-12-31');

const narrowings = {
  stage: some('InStock', 'CheckedOut', 'InRepair', 'Missing', 'Retired', 'Disposed', 'Withdrawn'),
  room: some<string>(LAB, HALL, ids.room(9)),
  holder: some<string>('me', ANA, BEN),
  category: some<string>(LAPTOPS, SCREENS),
  host: fc.integer({ min: 1, max: 12 }).map(ids.equipment),
  acceptance: fc.constantFrom('notAsked', 'awaiting', 'accepted'),
  dueBefore: until,
  warrantyFrom: until,
  warrantyBefore: until,
  maintenanceBefore: until,
  labelled: fc.constantFrom('yes', 'no'),
  q: typed.map((words) => words.join(' ')),
  asOf: fc.constantFrom(...moments),
};
const names = Object.keys(narrowings);
/** Few at once, since many together find nothing. */
const filters = fc
  .record({
    narrowed: fc.record<Record<string, unknown>>(narrowings),
    by: fc.shuffledSubarray(names, { maxLength: 3 }),
    sort: fc.constantFrom(...sorts),
    limit: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ narrowed, by, sort, limit }): EquipmentFilters => ({
    ...Object.fromEntries(by.map((name) => [name, narrowed[name]])),
    sort,
    limit,
  }));

onBothDatabases((databases) => {
  let desk: Projecting;
  let oracle: EquipmentOracle;

  beforeAll(async () => {
    const journal = new ArrayJournal();
    journal.add(...randomEquipment(42, THINGS, 2_500));
    oracle = new EquipmentOracle(journal.recorder.events);
    desk = await projecting(await databases.fresh(), journal);
    await desk.projector.caughtUp;
    expect(await desk.projector.waitFor(journal.head, 20_000)).toBe(true);
  });
  afterAll(() => desk.stop());

  it('lists exactly what looking through all things would, page after page', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...viewers), async (asked, by) => {
        const items: unknown[] = [];
        let cursor: string | undefined;
        do {
          const page = await listEquipmentRows(desk.read, by, { ...asked, cursor });
          expect(page.items.length).toBeLessThanOrEqual(asked.limit ?? 50);
          items.push(...page.items);
          cursor = page.next ?? undefined;
        } while (cursor !== undefined && items.length <= THINGS);
        expect(items).toEqual(oracle.list(by, asked));
        found += items.length;
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(found).toBeGreaterThan(2_000);
  }, 120_000);

  it('tells what is in each room, lent from it or to it, and missing from it, at any moment', async () => {
    for (const asOf of [undefined, moments[20], moments[45]]) {
      const rows = oracle.standing(asOf);
      const board = (await roomBoard(desk.read, kim, { asOf })) ?? [];
      const there = (roomId: string) => rows.filter((row) => row.roomId === roomId).length;
      expect(Object.fromEntries(board.map(({ roomId, equipment }) => [roomId, equipment]))).toEqual({
        [LAB]: there(LAB),
        [HALL]: there(HALL),
      });
      const missing = rows.filter(({ stage }) => stage === 'Missing').length;
      expect(board.reduce((sum, row) => sum + row.missing, 0)).toBe(missing - oracle.lostComponents(asOf));
    }
    expect(await roomBoard(desk.read, viewer(ANA, 'requester'), {})).toBeUndefined();
  });
});
