import type { z } from 'zod';
import type { ImportColumn, ImportDateFormat, ImportFault } from '#api/contract/imports.ts';
import type { FieldSpec } from './fields.ts';
import type { TableRow } from './table.ts';
import { amountOf, dayOf, type Decimal } from './values.ts';

export interface Formats {
  readonly dateFormat: ImportDateFormat;
  readonly decimal: Decimal;
}

/** Where an input's field is told by a column of another name. */
export const COLUMN_OF: Readonly<Record<string, string>> = { categoryId: 'category', roomId: 'room' };

/** A row by the fields that its columns fill; it keeps what is wrong with it. */
export interface RowReader {
  readonly row: number;
  readonly faults: readonly ImportFault[];
  readonly has: (field: string) => boolean;
  /** Empty where there is no such column. */
  readonly text: (field: string) => string;
  /** Null where the cell is empty, or at fault. */
  readonly day: (field: string) => string | null;
  readonly amount: (field: string) => number | null;
  readonly fault: (field: string, message: string) => void;
  /** The input as its schema takes it; undefined, with the faults kept, where it does not. */
  readonly parsed: <S extends z.ZodType>(schema: S, input: unknown) => z.output<S> | undefined;
}

/** Where the fields of the rows of one file are. */
export function rowReaders(columns: readonly ImportColumn[], fields: readonly FieldSpec[], formats: Formats) {
  const places = new Map(columns.flatMap(({ field }, n) => (field === null ? [] : [[field, n] as const])));
  const specs = new Map(fields.map((spec) => [spec.name, spec]));
  const headerOf = (field: string): string => columns[places.get(field) ?? -1]?.header ?? field;

  return ({ row, cells }: TableRow): RowReader => {
    const faults: ImportFault[] = [];
    const text = (field: string): string => cells[places.get(field) ?? -1] ?? '';
    const fault = (field: string, message: string): void => {
      faults.push({ column: headerOf(field), message });
    };
    function value<T>(field: string, read: (text: string) => T | undefined, expected: string): T | null {
      const given = text(field);
      if (given === '') return null;
      const found = read(given);
      if (found === undefined) fault(field, `“${given}” is not ${expected}.`);
      return found ?? null;
    }
    function unfit(path: readonly PropertyKey[], message: string): void {
      const [name = '', part = ''] = path.map(String);
      // A custom field, or a part of how the value falls, has a column of its own.
      const field = [`${name}.${part}`, part].find((one) => specs.has(one)) ?? COLUMN_OF[name] ?? name;
      // What is missing or cannot be read has been told already.
      if (!faults.some(({ column }) => column === headerOf(field)))
        fault(field, specs.get(field)?.hint ?? `${message}.`);
    }
    if (cells.slice(columns.length).some((cell) => cell !== ''))
      faults.push({ column: '', message: 'The row has more cells than the header.' });
    for (const { name, required, mayBeEmpty } of fields)
      if (required && !mayBeEmpty && places.has(name) && text(name) === '') fault(name, 'This is needed.');

    return {
      row,
      faults,
      text,
      fault,
      has: (field) => places.has(field),
      day: (field) =>
        value(field, (given) => dayOf(given, formats.dateFormat), `a day like ${formats.dateFormat}`),
      amount: (field) => value(field, (given) => amountOf(given, formats.decimal), 'a number'),
      parsed(schema, input) {
        const { data, error } = schema.safeParse(input);
        for (const { path, message } of error?.issues ?? []) unfit(path, message);
        return faults.length === 0 ? data : undefined;
      },
    };
  };
}
