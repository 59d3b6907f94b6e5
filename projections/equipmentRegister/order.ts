import { orderOf, type Order } from '#projections/keyset.ts';
import type { EquipmentSort, EquipmentSortField } from './filters.ts';

const words = (column: string) => ({ column, values: 'string' as const });
const COLUMNS = {
  tag: words('tag'),
  name: words('name'),
  updatedAt: 'updated_at',
  dueOn: words('due_on'),
  warrantyUntil: words('warranty_until'),
  maintenanceDueOn: words('maintenance_on'),
};
const COLUMNS_THEN = { ...COLUMNS, updatedAt: 'valid_from' };

export const orderNow = (sort: EquipmentSort = 'tag'): Order => orderOf<EquipmentSortField>(sort, COLUMNS);
export const orderThen = (sort: EquipmentSort = 'tag'): Order =>
  orderOf<EquipmentSortField>(sort, COLUMNS_THEN);
