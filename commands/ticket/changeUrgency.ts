import { z } from 'zod';
import { priorityFollows, priorityFor } from '#domain/ticket/rules.ts';
import { urgency } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

export const changeUrgency = ticketCommand({
  name: 'changeUrgency',
  input: z.strictObject({ urgency }),
  facets: ['urgency', 'priority'],
  already: (ticket, input) => ticket.urgency === input.urgency,
  decide: (ticket, input) => [
    { type: 'UrgencyChanged', data: input },
    ...(priorityFollows(ticket)
      ? [{ type: 'TicketPrioritised', data: { priority: priorityFor(input.urgency) } } as const]
      : []),
  ],
});
