import type { HistoryEntry } from '#projections/ticketHistory/row.ts';

/** An event of any record but a ticket or a thing. */
export interface RecordHistoryRow extends HistoryEntry {
  readonly kind: 'room' | 'category' | 'user' | 'stocktake' | 'batch' | 'settings';
  readonly recordId: string;
}
