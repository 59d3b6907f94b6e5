import { lines, readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { EquipmentCountRow } from './row.ts';

type Counted = Omit<EquipmentCountRow, 'categoryId'> & { readonly category_id: string };

/** How many things there are of each kind; undefined where the viewer may not know. */
export async function countEquipment(
  read: ReadDatabase,
  viewer: Viewer,
): Promise<EquipmentCountRow[] | undefined> {
  if (!readsAll(viewer, 'equipment') || !readsAll(viewer, 'counts')) return undefined;
  const sql = 'select stage, category_id, count from {equipment_counts} where count > 0 order by id';
  const found = await lines<Counted>(read, sql);
  return found.map(({ stage, category_id, count }) => ({ stage, categoryId: category_id, count }));
}
