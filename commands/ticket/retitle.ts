import { z } from 'zod';
import { title } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

export const retitle = ticketCommand({
  name: 'retitle',
  input: z.strictObject({ title }),
  facets: ['title'],
  already: (ticket, input) => ticket.title === input.title,
  decide: (_, input) => [{ type: 'TicketRetitled', data: input }],
});
