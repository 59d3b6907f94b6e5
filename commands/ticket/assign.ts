import { z } from 'zod';
import { userId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { isAssignable } from '#domain/user/rules.ts';
import { userRef } from '../refs.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Gives a ticket to somebody; a new one is open from then on. */
export const assign = ticketCommand({
  name: 'assign',
  input: z.strictObject({ assigneeId: userId }),
  facets: ['assignment', 'status'],
  needs: ({ input }) => ({ assignee: userRef(input.assigneeId) }),
  already: (ticket, input) => ticket.assigneeId === input.assigneeId,
  decide: (_, input, { needed }) =>
    isAssignable(needed.assignee) ? [{ type: 'TicketAssigned', data: input }] : refuse('NotAssignable'),
});
