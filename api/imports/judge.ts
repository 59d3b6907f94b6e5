import type { CategoryRow, RoomRow, UserRow } from '#api/contract/rows.ts';
import type { ImportDateFormat, ImportKind, ImportOutcome, ImportRow } from '#api/contract/imports.ts';
import type { KnownThing } from '#projections/equipmentRegister/knownAs.ts';
import type { FieldSpec } from './fields.ts';
import type { RowReader } from './rowReader.ts';
import type { Decimal } from './values.ts';

/** A command that a row comes to; without an id it makes the row's record. */
export interface Step {
  readonly command: string;
  readonly id: string | null;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface JudgedRow extends ImportRow {
  readonly steps: readonly Step[];
  /** Rows of a wave come after all of the waves before. */
  readonly wave: number;
}

export type Thing = KnownThing;

/** What is there already, as far as rows are compared with it. */
export interface Standing {
  readonly rooms: readonly RoomRow[];
  readonly categories: readonly CategoryRow[];
  readonly users: readonly UserRow[];
  /** The ids of those whom an import made that was taken back, and to whom nothing has happened since. */
  readonly withdrawn: ReadonlySet<string>;
  readonly things: readonly Thing[];
}

export interface Settings {
  readonly kind: ImportKind;
  readonly dateFormat: ImportDateFormat;
  readonly decimal: Decimal;
  readonly standing: 'fault' | 'update';
}

/** Without a decimal mark, that of the file counts. */
export interface AskedSettings extends Omit<Settings, 'decimal'> {
  readonly decimal: Decimal | undefined;
}

export interface Verdict {
  readonly outcome: Exclude<ImportOutcome, 'fault'>;
  readonly steps: readonly Step[];
}

/** What a row is, before it is held against the others of its file. */
export interface Draft {
  readonly key: string;
  /** Values that no other row may have, by their field. */
  readonly unique: Readonly<Record<string, string>>;
  readonly verdict: Verdict;
  readonly wave?: number;
}

export interface Known {
  readonly standing: Standing;
  readonly fields: readonly FieldSpec[];
  readonly settings: Settings;
  /** The id of the record that a row makes. */
  readonly idOf: (row: number) => string;
}

/** Looks at the rows of a kind, in the order of the file. */
export type Judge = (known: Known) => (row: RowReader) => Draft;

export const SAME: Verdict = { outcome: 'same', steps: [] };
export const creating = (command: string, input: object | undefined): Verdict => ({
  outcome: 'create',
  steps: input ? [{ command, id: null, input: { ...input } }] : [],
});

type Values = Readonly<Record<string, string | number | boolean | null>>;

/** The fields of the file's columns in which a row says otherwise than what stands. */
export const differing = (row: RowReader, stands: Values, said: Values): string[] =>
  Object.keys(said).filter((field) => row.has(field) && said[field] !== stands[field]);

/** Keeps a fault for each field in which what stands is other than the row says. */
export function contradict(row: RowReader, stands: Values, said: Values): Verdict {
  for (const field of differing(row, stands, said))
    row.fault(field, `This is there already, with “${String(stands[field] ?? '')}” here.`);
  return SAME;
}
