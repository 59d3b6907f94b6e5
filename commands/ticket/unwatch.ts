import { z } from 'zod';
import { userId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { actorId, worksAsStaff } from '#domain/role.ts';
import { ticketCommand } from './ticketCommand.ts';

export const unwatch = ticketCommand({
  name: 'unwatch',
  input: z.strictObject({ userId: userId.optional() }),
  facets: [],
  decide(ticket, input, { actor }) {
    const id = input.userId ?? actorId(actor);
    if (id !== actorId(actor) && !worksAsStaff(actor)) return refuse('NotAllowed');
    return id && ticket.watchers.includes(id) ? [{ type: 'WatcherRemoved', data: { userId: id } }] : [];
  },
});
