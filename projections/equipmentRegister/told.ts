import { readsAll } from '#projections/reader.ts';
import type { Viewer } from '#projections/readDatabase.ts';
import type { EquipmentRow } from './row.ts';

const NOT_TOLD = {
  vendor: '',
  purchasedOn: null,
  cost: null,
  currency: null,
} as const satisfies Partial<EquipmentRow>;

/** What a thing has cost, and where it came from, is not told to those who only have it on loan. */
export const told = <R extends EquipmentRow>(viewer: Viewer, row: R): R =>
  readsAll(viewer, 'purchases') ? row : { ...row, ...NOT_TOLD };
