import type { ImportColumn, ImportCounts, ImportField, ImportKind } from '#api/contract/imports.ts';
import { columnsOf, type Mapping } from './columns.ts';
import { decimalIn } from './decimal.ts';
import { FIELDS, type FieldSpec } from './fields.ts';
import type { AskedSettings, Draft, Judge, JudgedRow, Standing } from './judge.ts';
import { judgeCategories } from './kinds/categories.ts';
import { customFields } from './kinds/customFields.ts';
import { judgeEquipment } from './kinds/equipment.ts';
import { judgeRooms } from './kinds/rooms.ts';
import { judgeUsers } from './kinds/users.ts';
import { rowReaders, type RowReader } from './rowReader.ts';
import type { Table } from './table.ts';
import type { Decimal } from './values.ts';

const JUDGES: Readonly<Record<ImportKind, Judge>> = {
  rooms: judgeRooms,
  users: judgeUsers,
  categories: judgeCategories,
  equipment: judgeEquipment,
};

export interface Checked {
  readonly decimal: Decimal;
  readonly columns: readonly ImportColumn[];
  readonly fields: readonly ImportField[];
  readonly rows: readonly JudgedRow[];
  readonly counts: ImportCounts;
}

export interface ToCheck {
  readonly table: Table;
  readonly settings: AskedSettings;
  readonly mapping: Mapping;
  readonly standing: Standing;
  /** The id of the record that a row makes. */
  readonly idOf: (row: number) => string;
}

/** Values that only one row may have; a fault where another row before has it. */
function uniqueInFile(): (row: RowReader, unique: Draft['unique']) => void {
  const first = new Map<string, number>();
  return (row, unique) => {
    for (const [field, value] of Object.entries(unique)) {
      const place = `${field}\n${value}`;
      const other = first.get(place);
      if (value === '') continue;
      if (other === undefined) first.set(place, row.row);
      else row.fault(field, `Row ${String(other)} has the same.`);
    }
  };
}

const judged = (row: RowReader, { key, verdict, wave = 0 }: Draft): JudgedRow =>
  row.faults.length > 0
    ? { row: row.row, key, outcome: 'fault', faults: row.faults, steps: [], wave }
    : { row: row.row, key, outcome: verdict.outcome, faults: [], steps: verdict.steps, wave };

export function countsOf(rows: readonly Pick<JudgedRow, 'outcome'>[]): ImportCounts {
  const counts = { create: 0, update: 0, same: 0, fault: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return { rows: rows.length, ...counts };
}

const shown = ({ name, label, required }: FieldSpec): ImportField => ({ name, label, required });

function amountsIn(columns: readonly ImportColumn[], fields: readonly FieldSpec[]): number[] {
  const amounts = new Set(fields.flatMap(({ name, amount }) => (amount ? [name] : [])));
  return columns.flatMap(({ field }, n) => (amounts.has(field ?? '') ? [n] : []));
}

/** What would become of each row. A header that lacks a column is a row at fault, and nothing else is looked at. */
export function check({ table, settings, mapping, standing, idOf }: ToCheck): Checked {
  const { kind } = settings;
  const fields =
    kind === 'equipment' ? [...FIELDS.equipment, ...customFields(standing.categories)] : FIELDS[kind];
  const { columns, faults } = columnsOf(table.header.cells, fields, mapping);
  const header: JudgedRow = { row: table.header.row, key: '', outcome: 'fault', faults, steps: [], wave: 0 };
  const decimal = settings.decimal ?? decimalIn(table, amountsIn(columns, fields));
  const about = { decimal, columns, fields: fields.map(shown) };
  if (faults.length > 0) return { ...about, rows: [header], counts: countsOf([header]) };

  const read = { ...settings, decimal };
  const readerOf = rowReaders(columns, fields, read);
  const judge = JUDGES[kind]({ standing, fields, settings: read, idOf });
  const once = uniqueInFile();
  const rows = table.rows.map((line) => {
    const row = readerOf(line);
    const draft = judge(row);
    once(row, draft.unique);
    return judged(row, draft);
  });
  return { ...about, rows, counts: countsOf(rows) };
}
