import { z } from 'zod';
import { checklistItemId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { ticketCommand } from './ticketCommand.ts';

export const tickChecklistItem = ticketCommand({
  name: 'tickChecklistItem',
  input: z.strictObject({ itemId: checklistItemId }),
  facets: [],
  already: (ticket, { itemId }) => ticket.checklist[itemId]?.ticked === true,
  decide: (ticket, input) =>
    ticket.checklist[input.itemId]
      ? [{ type: 'ChecklistItemTicked', data: input }]
      : refuse('NoSuchItem', { itemId: input.itemId }),
});
