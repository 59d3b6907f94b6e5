import { z } from 'zod';
import { tag as word } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

export const tag = ticketCommand({
  name: 'tag',
  input: z.strictObject({ tag: word }),
  facets: [],
  already: (ticket, input) => ticket.tags.includes(input.tag),
  decide: (_, input) => [{ type: 'TicketTagged', data: input }],
});
