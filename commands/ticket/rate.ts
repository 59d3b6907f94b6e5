import { z } from 'zod';
import { note, score } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

export const rate = ticketCommand({
  name: 'rate',
  input: z.strictObject({ score, comment: note.default('') }),
  facets: ['rating'],
  decide: (_, input) => [{ type: 'SatisfactionRated', data: input }],
});
