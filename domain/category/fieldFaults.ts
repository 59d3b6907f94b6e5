import { z } from 'zod';
import type { FieldDefinition, FieldValues } from './fields.ts';

export type FieldFault =
  'missing' | 'unknown' | 'notText' | 'notNumber' | 'notDate' | 'notYesNo' | 'notAChoice';
type Value = FieldValues[string];

const isDate = (value: Value): boolean => z.iso.date().safeParse(value).success;

function typeFault(field: FieldDefinition, value: Value): FieldFault | null {
  switch (field.type) {
    case 'text':
      return typeof value === 'string' ? null : 'notText';
    case 'number':
      return typeof value === 'number' ? null : 'notNumber';
    case 'date':
      return isDate(value) ? null : 'notDate';
    case 'yesNo':
      return typeof value === 'boolean' ? null : 'notYesNo';
    case 'choice':
      return field.choices.some((choice) => choice === value) ? null : 'notAChoice';
    default:
      return field satisfies never;
  }
}

function faultOf(field: FieldDefinition, value: Value | undefined): FieldFault | null {
  if (value === undefined || value === '') return field.required ? 'missing' : null;
  return typeFault(field, value);
}

/** What is wrong with the values of custom fields, by field key; empty where all is well. */
export function fieldFaults(
  definitions: readonly FieldDefinition[],
  values: FieldValues,
): Readonly<Record<string, FieldFault>> {
  const known = new Set(definitions.map(({ key }) => key));
  const unknown = Object.keys(values).filter((key) => !known.has(key));
  const given = new Map(Object.entries(values));
  return Object.fromEntries([
    ...unknown.map((key) => [key, 'unknown'] as const),
    ...definitions.flatMap((field) => {
      const fault = faultOf(field, given.get(field.key));
      return fault ? [[field.key, fault] as const] : [];
    }),
  ]);
}
