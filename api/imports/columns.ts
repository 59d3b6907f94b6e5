import type { ImportColumn, ImportFault } from '#api/contract/imports.ts';
import type { FieldSpec } from './fields.ts';

/** From the header of a column to the name of a field, or to '' for none. */
export type Mapping = Readonly<Record<string, string>>;

export interface Columns {
  readonly columns: readonly ImportColumn[];
  readonly faults: readonly ImportFault[];
}

/** `Serial No.` and `serial_no` are one word. */
const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

type Names = (field: FieldSpec) => readonly string[];
/** A column that is called as the field goes before one that merely resembles it. */
const WAYS: readonly Names[] = [({ name, label }) => [name, label], ({ synonyms }) => synonyms];

function told(mapping: Mapping, headers: readonly string[], fields: readonly FieldSpec[]) {
  const filled = new Map<string, number>();
  const faults: ImportFault[] = [];
  for (const [column, name] of Object.entries(mapping)) {
    const known = name === '' || fields.some((field) => field.name === name);
    if (!known) faults.push({ column, message: `There is no field ${name} that it could fill.` });
    else if (filled.has(name) && name !== '')
      faults.push({ column, message: `Another column fills ${name} already.` });
    else if (headers.includes(column)) filled.set(name, headers.indexOf(column));
    else faults.push({ column, message: 'The file has no such column.' });
  }
  filled.delete('');
  return { filled, faults };
}

/** Which field each column fills: as it is told, or else as its header says. */
export function columnsOf(
  headers: readonly string[],
  fields: readonly FieldSpec[],
  mapping: Mapping,
): Columns {
  const { filled, faults } = told(mapping, headers, fields);
  const mapped = new Set(Object.keys(mapping));
  const free = new Set(headers.keys().filter((n) => !mapped.has(headers[n] ?? '')));
  for (const names of WAYS)
    for (const field of fields.filter(({ name }) => !filled.has(name))) {
      const words = new Set(names(field).map(plain));
      const found = free.values().find((n) => words.has(plain(headers[n] ?? '')));
      if (found === undefined) continue;
      filled.set(field.name, found);
      free.delete(found);
    }
  const fieldAt = new Map([...filled].map(([name, n]) => [n, name]));
  const missing = fields.filter(({ name, required }) => required && !filled.has(name));
  return {
    columns: headers.map((header, n) => ({ header, field: fieldAt.get(n) ?? null })),
    faults: [
      ...faults,
      ...missing.map(({ name, label }) => ({
        column: name,
        message: `The file has no column for: ${label}.`,
      })),
    ],
  };
}
