import type { Category } from '#domain/category/category.ts';
import type { CategoryKind } from '#domain/category/events.ts';
import { fieldFaults } from '#domain/category/fieldFaults.ts';
import type { FieldValues } from '#domain/category/fields.ts';
import { takes } from '#domain/category/rules.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';

/** Why these values do not fit the fields of a category (undefined: none). */
export function fieldObstacle(category: Category | undefined, values: FieldValues): Rejection | null {
  const definitions = category && 'fields' in category ? category.fields : [];
  const faults = fieldFaults(definitions, values);
  return Object.keys(faults).length > 0 ? refuse('FieldInvalid', faults) : null;
}

/** Why a record of a kind cannot be filed under a category (undefined: under none) with these values of its fields. */
export const filingObstacle = (
  kind: CategoryKind,
  category: Category | undefined,
  values: FieldValues,
): Rejection | null =>
  category !== undefined && !takes(category, kind)
    ? refuse('NoSuchCategory')
    : fieldObstacle(category, values);
