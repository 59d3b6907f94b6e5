import { z } from 'zod';

export const ticketId = z.uuid().brand<'TicketId'>();
export const userId = z.uuid().brand<'UserId'>();
export const roomId = z.uuid().brand<'RoomId'>();
export const categoryId = z.uuid().brand<'CategoryId'>();
export const equipmentId = z.uuid().brand<'EquipmentId'>();
export const imageId = z.uuid().brand<'ImageId'>();
export const commentId = z.uuid().brand<'CommentId'>();
export const checklistItemId = z.uuid().brand<'ChecklistItemId'>();
export const stocktakeId = z.uuid().brand<'StocktakeId'>();
export const scanId = z.uuid().brand<'ScanId'>();
export const batchId = z.uuid().brand<'BatchId'>();

export type TicketId = z.infer<typeof ticketId>;
export type UserId = z.infer<typeof userId>;
export type RoomId = z.infer<typeof roomId>;
export type CategoryId = z.infer<typeof categoryId>;
export type EquipmentId = z.infer<typeof equipmentId>;
export type ImageId = z.infer<typeof imageId>;
export type CommentId = z.infer<typeof commentId>;
export type ChecklistItemId = z.infer<typeof checklistItemId>;
export type StocktakeId = z.infer<typeof stocktakeId>;
export type ScanId = z.infer<typeof scanId>;
export type BatchId = z.infer<typeof batchId>;

/** A stream is named `<one word>-<id>`; the word is its category in the journal. */
export type StreamName = `${string}-${string}`;

export const streamOf = (category: string, id: string): StreamName => `${category}-${id}`;

/** Splits `ticket-<uuid>` at its first dash. */
export function partsOf(stream: string): { category: string; id: string } {
  const dash = stream.indexOf('-');
  return dash < 0
    ? { category: stream, id: '' }
    : { category: stream.slice(0, dash), id: stream.slice(dash + 1) };
}
