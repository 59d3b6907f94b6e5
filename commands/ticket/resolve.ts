import { z } from 'zod';
import { actorId } from '#domain/role.ts';
import { reason } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Whoever resolves a ticket that nobody has, takes it first: so no work is without a name. */
export const resolve = ticketCommand({
  name: 'resolve',
  input: z.strictObject({ resolution: reason }),
  facets: ['assignment', 'status'],
  already: (ticket, input) => ticket.status === 'Resolved' && ticket.resolution === input.resolution,
  decide(ticket, input, { actor }) {
    const assigneeId = ticket.assigneeId === null ? actorId(actor) : null;
    return [
      ...(assigneeId ? [{ type: 'TicketAccepted', data: { assigneeId } } as const] : []),
      { type: 'TicketResolved', data: input },
    ];
  },
});
