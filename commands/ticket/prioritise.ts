import { z } from 'zod';
import { priority } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

export const prioritise = ticketCommand({
  name: 'prioritise',
  input: z.strictObject({ priority }),
  facets: ['priority'],
  already: (ticket, input) => ticket.priority === input.priority,
  decide: (_, input) => [{ type: 'TicketPrioritised', data: input }],
});
