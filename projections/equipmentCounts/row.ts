import type { Stage } from '#domain/equipment/equipment.ts';

/** How many lines of the register there are of one kind; changed in the same transaction as the lines. */
export interface EquipmentCountRow {
  readonly stage: Stage;
  readonly categoryId: string;
  readonly count: number;
}
