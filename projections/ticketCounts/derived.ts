import { countsOf } from '#projections/counts/derived.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';

/** Counts of the queue's lines by status, priority and assignee ('' where there is none). */
export const ticketCounts = countsOf<TicketQueueRow>({
  table: 'ticket_counts',
  columns: { status: 'word', priority: 'word', assignee_id: 'id' },
  valuesOf: ({ status, priority, assigneeId }) => [status, priority, assigneeId ?? ''],
});
