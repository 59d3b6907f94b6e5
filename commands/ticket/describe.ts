import { z } from 'zod';
import { description } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

export const describe = ticketCommand({
  name: 'describe',
  input: z.strictObject({ description }),
  facets: ['description'],
  already: (ticket, input) => ticket.description === input.description,
  decide: (_, input) => [{ type: 'TicketDescribed', data: input }],
});
