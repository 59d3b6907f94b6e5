import { z } from 'zod';
import { ticketCommand } from './ticketCommand.ts';

export const unassign = ticketCommand({
  name: 'unassign',
  input: z.strictObject({}),
  facets: ['assignment'],
  already: (ticket) => ticket.assigneeId === null,
  decide: () => [{ type: 'TicketUnassigned', data: {} }],
});
