import { z } from 'zod';
import { ticketId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { isOpened, relates } from '#domain/ticket/rules.ts';
import { ticketRef } from '../refs.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Says that two tickets have to do with each other. Made on one of them, it is shown on both. */
export const relate = ticketCommand({
  name: 'relate',
  input: z.strictObject({ ticketId }),
  facets: [],
  needs: ({ input }) => ({ other: ticketRef(input.ticketId) }),
  already: (ticket, input) => ticket.related.includes(input.ticketId),
  decide(_, input, { id, needed: { other } }) {
    if (input.ticketId === id) return refuse('CannotRelateToSelf');
    if (!isOpened(other)) return refuse('NoSuchTicket');
    return relates(other, id) ? [] : [{ type: 'TicketsRelated', data: input }];
  },
});
