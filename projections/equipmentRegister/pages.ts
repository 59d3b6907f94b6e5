import { after, pageOf, type KeysetPage } from '#projections/keyset.ts';
import { readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { equipmentConditions, personally, type EquipmentFilters } from './filters.ts';
import { orderNow } from './order.ts';

export const LIMIT = 50;
const MOST_BRANCHES = 24;

/** An index has its lines in order only within one stage (of a category, of a room); see {@link pageOf}. */
function branchesOf(filters: EquipmentFilters, all: boolean): readonly EquipmentFilters[] {
  const { holder, host, q, stage = [] } = filters;
  if (!all || [holder, host, q].some((one) => one !== undefined)) return [filters];
  const parts = partsOf(filters);
  const count = stage.length * parts.length;
  if (count === 0 || count > MOST_BRANCHES) return [filters];
  return [...new Set(stage)].flatMap((one) => parts.map((part) => ({ ...filters, ...part, stage: [one] })));
}

function partsOf({ room, category }: EquipmentFilters): readonly Partial<EquipmentFilters>[] {
  if (room) return [...new Set(room)].map((one) => ({ room: [one] }));
  if (category) return [...new Set(category)].map((one) => ({ category: [one] }));
  return [{}];
}

/** Throws {@link BadCursor}. */
export function equipmentPageOf(read: ReadDatabase, viewer: Viewer, asked: EquipmentFilters): KeysetPage {
  const filters = personally(viewer, asked);
  const order = orderNow(filters.sort);
  return pageOf(read, {
    table: 'equipment_register',
    order,
    limit: filters.limit ?? LIMIT,
    branches: branchesOf(filters, readsAll(viewer, 'equipment')).map((branch) =>
      after(equipmentConditions(read, viewer, branch, 'id'), order, branch.cursor),
    ),
  });
}
