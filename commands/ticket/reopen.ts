import { z } from 'zod';
import { isActive } from '#domain/ticket/rules.ts';
import { reason } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

export const reopen = ticketCommand({
  name: 'reopen',
  input: z.strictObject({ reason }),
  facets: ['status'],
  already: isActive,
  decide: (_, input) => [{ type: 'TicketReopened', data: input }],
});
