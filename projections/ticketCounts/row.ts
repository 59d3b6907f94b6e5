import type { Priority, TicketStatus } from '#domain/ticket/words.ts';

/** How many lines of the queue there are of one kind; changed in the same transaction as the lines. */
export interface TicketCountRow {
  readonly status: TicketStatus;
  readonly priority: Priority;
  readonly assigneeId: string | null;
  readonly count: number;
}
