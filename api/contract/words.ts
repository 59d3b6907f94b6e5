export type { CategoryKind } from '#domain/category/events.ts';
export type { FieldDefinition, FieldValues } from '#domain/category/fields.ts';
export type { BatchAction } from '#domain/batch/events.ts';
export type { Acceptance, Stage } from '#domain/equipment/equipment.ts';
export type {
  Borrower,
  Condition,
  Depreciation,
  Disposal,
  EquipmentImageKind,
  RepairOutcome,
  Repetition,
} from '#domain/equipment/words.ts';
export type { PublicFact } from '#domain/settings/events.ts';
export type { Verdict } from '#domain/stocktake/events.ts';
export type { EventType } from '#domain/catalogue.ts';
export { refusals, type Facts, type RefusalName } from '#domain/rejection.ts';
export type {
  Channel,
  ImageKind,
  Priority,
  TicketStatus,
  Urgency,
  Visibility,
} from '#domain/ticket/words.ts';
