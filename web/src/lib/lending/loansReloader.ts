import type { Changed, EquipmentListed, EquipmentRow } from '#lib/contract.ts';
import { Reloader } from '#lib/live/Reloader.ts';

/** Loads a page of what is lent to somebody again when that changes; staff hear of everything else too. */
export function loansReloader(userId: string, shown: () => EquipmentListed): Reloader {
  const concerns = ({ key, row }: Changed): boolean => {
    const holderId = (row as EquipmentRow | null)?.holderId;
    return holderId === userId || shown().items.some(({ equipmentId }) => equipmentId === key);
  };
  return new Reloader({
    tables: ['equipment_register'],
    dependency: 'daybook:loans',
    position: () => shown().position,
    concerns,
  });
}
