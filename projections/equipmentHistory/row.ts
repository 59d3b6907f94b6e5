import type { EquipmentRow } from '#projections/equipmentRegister/row.ts';
import type { HistoryEntry } from '#projections/ticketHistory/row.ts';

/** An event of a thing, with its line in the register after it. */
export interface EquipmentHistoryRow extends HistoryEntry {
  readonly equipmentId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly state: EquipmentRow;
}
