import { z } from 'zod';
import { ticketCommand } from './ticketCommand.ts';

/** Accepts the resolution. The desk itself does so some days later. */
export const close = ticketCommand({
  name: 'close',
  input: z.strictObject({}),
  facets: ['status'],
  already: (ticket) => ticket.status === 'Closed',
  decide: () => [{ type: 'TicketClosed', data: {} }],
});
