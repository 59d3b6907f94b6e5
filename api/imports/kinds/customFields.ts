import type { CategoryRow } from '#api/contract/rows.ts';
import { fieldFaults, type FieldFault } from '#domain/category/fieldFaults.ts';
import type { FieldDefinition, FieldValues } from '#domain/category/fields.ts';
import type { FieldSpec } from '../fields.ts';
import type { RowReader } from '../rowReader.ts';
import { yesNoOf } from '../values.ts';

const PREFIX = 'fields.';
export const columnOf = (key: string): string => `${PREFIX}${key}`;

const isFiled = ({ kind, status }: CategoryRow): boolean => kind === 'equipment' && status === 'Active';

/** What the categories of equipment ask for; a key that several have is one column. */
export function customFields(categories: readonly CategoryRow[]): FieldSpec[] {
  const defined = categories.filter(isFiled).flatMap(({ fields }) => fields);
  return [...Map.groupBy(defined, ({ key }) => key)].map(([key, [first, ...others]]) => ({
    name: columnOf(key),
    label: first?.label ?? key,
    required: false,
    amount: first?.type === 'number',
    synonyms: [key, ...others.map(({ label }) => label)],
  }));
}

const SAYINGS: Readonly<Record<FieldFault, string>> = {
  missing: 'This is needed for things of this category.',
  unknown: 'Things of this category have no such field.',
  notText: 'This is a text.',
  notNumber: 'This is a number.',
  notDate: 'This is a day.',
  notYesNo: 'This is yes or no.',
  notAChoice: 'This is none of the choices.',
};

function valueOf(row: RowReader, definition: FieldDefinition | undefined, column: string) {
  const text = row.text(column);
  switch (definition?.type) {
    case 'number':
      return row.amount(column);
    case 'date':
      return row.day(column);
    case 'yesNo':
      return yesNoOf(text) ?? text;
    case 'choice':
      return definition.choices.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? text;
    case 'text':
    case undefined:
      return text;
    default:
      return definition satisfies never;
  }
}

/** `before` with what the row says; an empty cell takes a value away. */
export function customValues(
  row: RowReader,
  {
    columns,
    definitions,
  }: { readonly columns: readonly string[]; readonly definitions: readonly FieldDefinition[] },
  before: FieldValues,
): FieldValues {
  const values = new Map(Object.entries(before));
  for (const column of columns) {
    const key = column.slice(PREFIX.length);
    const definition = definitions.find((one) => one.key === key);
    const value = row.text(column) === '' ? null : valueOf(row, definition, column);
    if (value === null) values.delete(key);
    else values.set(key, value);
  }
  const after = Object.fromEntries(values);
  for (const [key, fault] of Object.entries(fieldFaults(definitions, after)))
    // What could not be read has been told already.
    if (fault !== 'missing' || row.text(columnOf(key)) === '') row.fault(columnOf(key), SAYINGS[fault]);
  return after;
}

export const isCustom = (column: string): boolean => column.startsWith(PREFIX);
