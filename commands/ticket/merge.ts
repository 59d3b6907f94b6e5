import { z } from 'zod';
import { ticketId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import type { Ticket } from '#domain/ticket/ticket.ts';
import { ticketRef } from '../refs.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Ends a ticket in favour of another one about the same problem, whose page shows both conversations. */
export const merge = ticketCommand({
  name: 'merge',
  input: z.strictObject({ into: ticketId }),
  facets: ['status'],
  needs: ({ input }) => ({ survivor: ticketRef(input.into) }),
  guard: ({ input }) => ({
    kind: 'merges',
    keeper: ticketRef(input.into),
    stands: (survivor: Ticket) => survivor.status !== 'Merged',
    otherwise: 'CannotMergeIntoSelf',
  }),
  already: (ticket, input) => ticket.status === 'Merged' && ticket.into === input.into,
  decide(_, input, { id, needed: { survivor } }) {
    if (survivor.status === 'Unopened') return refuse('NoSuchTicket');
    if (input.into === id || survivor.status === 'Merged') return refuse('CannotMergeIntoSelf');
    return [{ type: 'TicketMerged', data: input }];
  },
});
