import { z } from 'zod';
import { ticketCommand } from './ticketCommand.ts';

/** Takes a merge back; the ticket is again what it was before. */
export const unmerge = ticketCommand({
  name: 'unmerge',
  input: z.strictObject({}),
  facets: ['status'],
  already: (ticket) => ticket.status !== 'Merged',
  decide: () => [{ type: 'TicketUnmerged', data: {} }],
});
