import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { fieldValues } from '#domain/category/fields.ts';
import { categoryId } from '#domain/ids.ts';
import { categoryRef } from '../refs.ts';
import { filingObstacle } from '../filing.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Files a ticket under a category, or under none, with values for the fields that the category asks for. */
export const categorise = ticketCommand({
  name: 'categorise',
  input: z.strictObject({ categoryId: categoryId.nullable(), fields: fieldValues.default({}) }),
  facets: ['category'],
  needs: ({ input }) => ({ category: categoryRef(input.categoryId) }),
  already: (ticket, input) =>
    ticket.categoryId === input.categoryId && isDeepStrictEqual(ticket.fields, input.fields),
  decide: (_, input, { needed }) =>
    filingObstacle('ticket', needed.category, input.fields) ?? [{ type: 'TicketCategorised', data: input }],
});
