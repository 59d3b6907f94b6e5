import { z } from 'zod';
import { ticketCommand } from './ticketCommand.ts';

export const resume = ticketCommand({
  name: 'resume',
  input: z.strictObject({}),
  facets: ['status'],
  already: (ticket) => ticket.status === 'New' || ticket.status === 'Open',
  decide: () => [{ type: 'TicketResumed', data: {} }],
});
