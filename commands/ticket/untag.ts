import { z } from 'zod';
import { tag } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

export const untag = ticketCommand({
  name: 'untag',
  input: z.strictObject({ tag }),
  facets: [],
  already: (ticket, input) => !ticket.tags.includes(input.tag),
  decide: (_, input) => [{ type: 'TicketUntagged', data: input }],
});
