import { z } from 'zod';
import { minutes, note } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Each entry is a fact of its own; a repeat is known by its command id. */
export const logWork = ticketCommand({
  name: 'logWork',
  input: z.strictObject({ minutes, note: note.default('') }),
  facets: [],
  decide: (_, input) => [{ type: 'WorkLogged', data: input }],
});
