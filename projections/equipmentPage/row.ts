import type { Depreciation, EquipmentImageKind, Repetition } from '#domain/equipment/words.ts';
import type { FieldValues } from '#domain/category/fields.ts';
import type { EquipmentRow } from '#projections/equipmentRegister/row.ts';

export interface EquipmentImage {
  readonly imageId: string;
  readonly kind: EquipmentImageKind;
  readonly attachedAt: string;
}

/** What a thing's own page knows beside its line in the register. */
export interface EquipmentFactsRow {
  readonly equipmentId: string;
  readonly depreciation: Depreciation | null;
  readonly fields: FieldValues;
  readonly images: readonly EquipmentImage[];
  readonly loan: {
    readonly since: string;
    readonly note: string;
    readonly signatureId: string | null;
    readonly acceptedAt: string | null;
    readonly termsVersion: number | null;
  } | null;
  readonly repair: {
    readonly ticketId: string | null;
    readonly vendor: string;
    readonly note: string;
    readonly since: string;
  } | null;
  readonly maintenance: {
    readonly repetition: Repetition;
    readonly startsOn: string;
    readonly checklist: readonly string[];
    readonly lastDoneOn: string | null;
  } | null;
  readonly retiredReason: string | null;
  readonly disposal: string | null;
}

export interface EquipmentPageRow extends EquipmentRow, EquipmentFactsRow {
  readonly components: readonly Pick<EquipmentRow, 'equipmentId' | 'tag' | 'name' | 'stage'>[];
  /** Tickets that name it, newest first. */
  readonly tickets: readonly {
    readonly ticketId: string;
    readonly number: number;
    readonly title: string;
    readonly status: string;
    readonly openedAt: string;
  }[];
  /** On the day that was asked for; null where cost or method is not known. In units of `currency`. */
  readonly bookValue: { readonly on: string; readonly value: number } | null;
}
