import { z } from 'zod';
import { userId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { actorId, worksAsStaff } from '#domain/role.ts';
import { isActiveUser } from '#domain/user/user.ts';
import { userRef } from '../refs.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Lets somebody take part in a ticket: the actor, or whom staff names. */
export const watch = ticketCommand({
  name: 'watch',
  input: z.strictObject({ userId: userId.optional() }),
  facets: [],
  needs: ({ input, actor }) => ({ watcher: userRef(input.userId ?? actorId(actor)) }),
  already(ticket, input, { actor }) {
    const id = input.userId ?? actorId(actor);
    return ticket.requesterId === id || ticket.watchers.some((watcher) => watcher === id);
  },
  decide(_, input, { actor, needed: { watcher } }) {
    const id = input.userId ?? actorId(actor);
    if (id !== actorId(actor) && !worksAsStaff(actor)) return refuse('NotAllowed');
    if (!id || !watcher || !isActiveUser(watcher)) return refuse('NoSuchUser');
    return [{ type: 'WatcherAdded', data: { userId: id } }];
  },
});
