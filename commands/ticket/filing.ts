import type { Category } from '#domain/category/category.ts';
import { fieldFaults } from '#domain/category/fieldFaults.ts';
import type { FieldValues } from '#domain/category/fields.ts';
import { takes } from '#domain/category/rules.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';

/** Why a ticket cannot be filed under a category (undefined: under none) with these values of its fields. */
export function filingObstacle(category: Category | undefined, values: FieldValues): Rejection | null {
  if (category !== undefined && !takes(category, 'ticket')) return refuse('NoSuchCategory');
  const faults = fieldFaults(category?.fields ?? [], values);
  return Object.keys(faults).length > 0 ? refuse('FieldInvalid', faults) : null;
}
