import type { EquipmentCountRow } from '#lib/contract.ts';
import { filterNames, valuesOf, type Filters } from './filters.ts';

/** How many things a list has; undefined where the counters do not tell. */
export function countOf(filters: Filters, counts: readonly EquipmentCountRow[]): number | undefined {
  const others = filterNames.filter((name) => name !== 'stage' && name !== 'category');
  if (filters.q !== '' || others.some((name) => valuesOf(filters, name).length > 0)) return undefined;
  const { stage, category } = filters;
  return counts
    .filter((row) => (stage.length === 0 ? row.stage !== 'Withdrawn' : stage.includes(row.stage)))
    .filter((row) => category.length === 0 || category.includes(row.categoryId))
    .reduce((sum, row) => sum + row.count, 0);
}
