/** Somebody who takes part in a ticket though not of the staff: its requester or a watcher. */
export interface TicketAudienceRow {
  readonly ticketId: string;
  readonly userId: string;
  readonly part: 'requester' | 'watcher';
}
