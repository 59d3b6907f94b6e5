import { uniqueForm } from '#domain/equipment/rules.ts';
import { readsAll } from '#projections/reader.ts';
import type { Viewer } from '#projections/readDatabase.ts';
import { parseSearch, saysAll } from '#projections/search.ts';
import type { EquipmentRow } from './row.ts';
import { openWordsOf } from './words.ts';

const NOT_TOLD = {
  vendor: '',
  purchasedOn: null,
  cost: null,
  currency: null,
} as const satisfies Partial<EquipmentRow>;

/** Is a thing found by what its viewer may know of it? The index has its vendor too. */
export function isFound(row: EquipmentRow, q: string | undefined): boolean {
  const exact = uniqueForm(q ?? '');
  if (q === undefined || exact === '') return true;
  if (uniqueForm(row.tag).startsWith(exact) || uniqueForm(row.serial) === exact) return true;
  const { terms } = parseSearch(q);
  return terms.length > 0 && saysAll(openWordsOf(row), terms);
}

/** What a thing has cost, and where it came from, is not told to those who only have it on loan. */
export const told = <R extends EquipmentRow>(viewer: Viewer, row: R): R =>
  readsAll(viewer, 'purchases') ? row : { ...row, ...NOT_TOLD };
