import type { HistoryEntry } from '#projections/ticketHistory/row.ts';

/** An event of a room, a category or a person. */
export interface RecordHistoryRow extends HistoryEntry {
  readonly kind: 'room' | 'category' | 'user';
  readonly recordId: string;
}
