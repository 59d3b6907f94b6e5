import { countsOf } from '#projections/counts/derived.ts';
import type { EquipmentLine } from '#projections/equipmentRegister/line.ts';

/** Counts of the register's lines by stage and category. */
export const equipmentCounts = countsOf<EquipmentLine>({
  table: 'equipment_counts',
  columns: { stage: 'word', category_id: 'id' },
  valuesOf: ({ stage, categoryId }) => [stage, categoryId],
});
