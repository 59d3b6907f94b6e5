import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importKind } from '#api/answers/imports.ts';
import type { CategoryRow, RoomRow, UserRow } from '#api/contract/rows.ts';
import { check, type Checked } from '#api/imports/check.ts';
import type { JudgedRow, Standing } from '#api/imports/judge.ts';
import { readTable, type Table } from '#api/imports/table.ts';
import { categoryCommands, equipmentCommands, roomCommands, userCommands } from '#commands/registry.ts';
import { rawSheetOf, sheetOf, type Sheet } from '#tests/support/arbitraryCsv.ts';

const AT = '2026-01-01T00:00:00.000Z';
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const stamp = { updatedAt: AT, revision: '0', position: '1' };
const room = (n: number, name: string, building: string, floor: string): RoomRow => ({
  ...{ roomId: idOf(n), name, building, floor, status: 'Open', openedAt: AT },
  ...stamp,
});
const category = (n: number, name: string, parentId: string | null): CategoryRow => ({
  ...{ categoryId: idOf(n), kind: 'equipment', name, parentId, status: 'Active', createdAt: AT, ...stamp },
  ...{ defaultAssigneeId: null, defaultAssigneeName: null },
  fields: [
    { type: 'number', key: 'ram', label: 'Memory', required: false },
    { type: 'text', key: 'note', label: 'Note', required: false },
    { type: 'yesNo', key: 'touch', label: 'Touch', required: false },
  ],
});
const ada: UserRow = {
  ...{ userId: idOf(30), name: 'Ada', email: 'ada@example.org', phone: '', department: '', locale: 'en' },
  ...{ role: 'admin', status: 'Active', registeredAt: AT, ...stamp },
};
const standing: Standing = {
  rooms: [room(1, 'Lab', 'North', '1'), room(2, 'Lab', 'North', '2'), room(3, 'Store', 'South', '')],
  categories: [
    category(10, 'Laptops', null),
    category(11, 'Hardware', null),
    category(12, 'Phones', idOf(11)),
  ],
  users: [ada],
  withdrawn: new Set(),
  things: [],
};

const commands = { ...categoryCommands, ...equipmentCommands, ...roomCommands, ...userCommands };
const inputOf = new Map(Object.entries(commands).map(([name, { input }]) => [name, input]));
const SURPLUS = 'The row has more cells than the header.';

function judged({ kind, bytes }: Sheet): { readonly table: Table; readonly checked: Checked } | undefined {
  const read = readTable(bytes);
  if ('fault' in read) return undefined;
  const settings = { kind, dateFormat: 'YYYY-MM-DD', decimal: undefined, standing: 'update' } as const;
  const { table } = read;
  return {
    table,
    checked: check({ table, settings, mapping: {}, standing, idOf: (row) => idOf(1_000 + row) }),
  };
}

type Found = NonNullable<ReturnType<typeof judged>>;

function isRight({ outcome, faults, steps }: JudgedRow, columns: ReadonlySet<string>): void {
  expect(outcome === 'fault').toBe(faults.length > 0);
  expect(steps.length > 0).toBe(outcome === 'create' || outcome === 'update');
  for (const { column, message } of faults) {
    if (message !== SURPLUS) expect(columns).toContain(column);
    expect(message).toMatch(/^[\s\S]+\.$/);
  }
  for (const { command, input } of steps)
    expect(inputOf.get(command)?.safeParse(input).error).toBeUndefined();
}

/** Each row has an outcome, each fault its place, and each step is what a command takes. */
function isWhole({ table: { header, rows: lines }, checked: { rows, counts, fields } }: Found): void {
  const atFault = rows.length === 1 && rows[0]?.row === header.row;
  expect(rows.map(({ row }) => row)).toEqual((atFault ? [header] : lines).map(({ row }) => row));
  const columns = new Set([...header.cells, ...fields.map(({ name }) => name)]);
  for (const row of rows) isRight(row, columns);
  const { create, update, same, fault } = counts;
  expect(create + update + same + fault).toBe(rows.length);
}

describe('An import', () => {
  test.for(importKind.options)('of %s has an outcome for each row and a place for each fault', (kind) => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(sheetOf(kind, [1, 12]), (sheet) => {
        const found = judged(sheet);
        if (!found) expect.fail('The file could not be read.');
        isWhole(found);
        for (const { outcome } of found.checked.rows) seen.add(outcome);
      }),
      { numRuns: 300 },
    );
    // What is right and what is wrong has both been met.
    expect([...seen]).toEqual(expect.arrayContaining(['create', 'fault']));
  });

  test('says what is wrong with a part of a thing at the column of that part', () => {
    const csv = `Tag,Name,Category,Room,Note,Depreciation months\nA,B,Laptops,Store,${'x'.repeat(2_500)},0`;
    const found = judged({ kind: 'equipment', bytes: Buffer.from(csv) });
    expect(found?.checked.rows[0]?.faults.map(({ column }) => column)).toEqual([
      'Depreciation months',
      'Note',
    ]);
  });

  test('puts a category below the row that makes its parent, and not below one that says so again', () => {
    const csv = 'Kind,Name,Parent\nticket,A,\nticket,a,\nticket,B,A';
    const { rows = [] } = judged({ kind: 'categories', bytes: Buffer.from(csv) })?.checked ?? {};
    expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'fault', 'create']);
    expect(rows[2]?.steps[0]?.input['parentId']).toBe(idOf(1_002));
  });

  test.for(importKind.options)('of %s from any text is a clear fault or judged whole', (kind) => {
    let read = 0;
    fc.assert(
      fc.property(rawSheetOf(kind), (sheet) => {
        const found = judged(sheet);
        if (!found) return;
        read += 1;
        isWhole(found);
      }),
      { numRuns: 500 },
    );
    expect(read).toBeGreaterThan(20);
  });
});
