import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import { actorId } from '#domain/role.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Takes a ticket that nobody has yet. */
export const accept = ticketCommand({
  name: 'accept',
  input: z.strictObject({}),
  facets: ['assignment', 'status'],
  already: (ticket, _, { actor }) => ticket.assigneeId !== null && ticket.assigneeId === actorId(actor),
  decide(_, __, { actor }) {
    const assigneeId = actorId(actor);
    return assigneeId ? [{ type: 'TicketAccepted', data: { assigneeId } }] : refuse('NotAllowed');
  },
});
