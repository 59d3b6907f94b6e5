import { z } from 'zod';
import { ticketId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { relates } from '#domain/ticket/rules.ts';
import { ticketRef } from '../refs.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Takes a relation back, on the ticket on which it was made. */
export const unrelate = ticketCommand({
  name: 'unrelate',
  input: z.strictObject({ ticketId }),
  facets: [],
  needs: ({ input }) => ({ other: ticketRef(input.ticketId) }),
  decide(ticket, input, { id, needed: { other } }) {
    if (relates(ticket, input.ticketId)) return [{ type: 'TicketsUnrelated', data: input }];
    return relates(other, id) ? refuse('RelatedThere', { ticketId: input.ticketId }) : [];
  },
});
