import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import { instant, reason } from '#domain/ticket/words.ts';
import { isAfter } from '#domain/time.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Lets a ticket wait, until a moment or an answer; a waiting one gets a new reason or moment. */
export const putOnHold = ticketCommand({
  name: 'putOnHold',
  input: z.strictObject({ reason, until: instant.nullable().default(null) }),
  facets: ['status'],
  already: (ticket, { reason, until }) =>
    ticket.status === 'Pending' && ticket.reason === reason && ticket.until === until,
  decide: (_, input, { occurredAt }) =>
    input.until === null || isAfter(input.until, occurredAt)
      ? [{ type: 'TicketPutOnHold', data: input }]
      : refuse('InThePast', { until: input.until }),
});
