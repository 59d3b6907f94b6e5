import { z } from 'zod';
import { note } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

/** The requester needs no help any more. */
export const cancel = ticketCommand({
  name: 'cancel',
  input: z.strictObject({ reason: note.default('') }),
  facets: ['status'],
  already: (ticket) => ticket.status === 'Cancelled',
  decide: (_, input) => [{ type: 'TicketCancelled', data: input }],
});
