import type { FieldValues } from '#domain/category/fields.ts';
import type { ImageKind } from '#domain/ticket/words.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';

/** All facts of one ticket but its conversation, which is in rows of its own. */
export interface TicketPageRow extends TicketQueueRow {
  readonly description: string;
  readonly fields: FieldValues;
  readonly pendingReason: string | null;
  readonly resolution: string | null;
  /** Why it was rejected, cancelled or reopened last. */
  readonly reason: string | null;
  readonly closedAt: string | null;
  readonly mergedInto: string | null;
  readonly mergedFrom: readonly string[];
  readonly watchers: readonly { readonly userId: string; readonly name: string }[];
  readonly equipmentIds: readonly string[];
  readonly related: readonly { readonly ticketId: string; readonly number: number; readonly title: string }[];
  readonly images: readonly {
    readonly imageId: string;
    readonly kind: ImageKind;
    readonly by: string | null;
  }[];
  readonly checklist: readonly { readonly itemId: string; readonly text: string; readonly ticked: boolean }[];
  readonly minutesWorked: number;
  readonly rating: { readonly score: number; readonly comment: string } | null;
}
