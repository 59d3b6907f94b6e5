import { z } from 'zod';
import { reason } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

export const reject = ticketCommand({
  name: 'reject',
  input: z.strictObject({ reason }),
  facets: ['status'],
  already: (ticket, input) => ticket.status === 'Rejected' && ticket.reason === input.reason,
  decide: (_, input) => [{ type: 'TicketRejected', data: input }],
});
