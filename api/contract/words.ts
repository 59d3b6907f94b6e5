export type { CategoryKind } from '#domain/category/events.ts';
export type { FieldDefinition, FieldValues } from '#domain/category/fields.ts';
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
