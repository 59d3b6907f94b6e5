import type { RegisteredEquipment } from '#domain/equipment/equipment.ts';
import type { EquipmentFactsRow, EquipmentImage } from '#projections/equipmentPage/row.ts';
import type { EquipmentRow } from './row.ts';

type LoanFacts = Omit<NonNullable<EquipmentFactsRow['loan']>, 'since'>;

/** What is kept of a thing beside its line: its state as the domain folds it, and what only its page tells. */
export interface EquipmentFacts {
  /** The position of its registration, by which lines that are otherwise equal are ordered. */
  readonly number: number;
  /** Whether it ever was the host of a component. */
  readonly hosts: boolean;
  readonly state: RegisteredEquipment;
  readonly images: readonly EquipmentImage[];
  /** Of the last loan and the last repair, which a batch that is taken back may bring back. */
  readonly loan: LoanFacts | null;
  readonly repairNote: string;
  readonly disposal: string | null;
}

export interface EquipmentLine extends EquipmentRow {
  readonly facts: EquipmentFacts;
}

/** The line as it is listed. */
export function rowOf({ facts: _, ...row }: EquipmentLine): EquipmentRow {
  return row;
}
