import { z } from 'zod';
import { checklistItemId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { ticketCommand } from './ticketCommand.ts';

export const untickChecklistItem = ticketCommand({
  name: 'untickChecklistItem',
  input: z.strictObject({ itemId: checklistItemId }),
  facets: [],
  already: (ticket, { itemId }) => ticket.checklist[itemId]?.ticked === false,
  decide: (ticket, input) =>
    ticket.checklist[input.itemId]
      ? [{ type: 'ChecklistItemUnticked', data: input }]
      : refuse('NoSuchItem', { itemId: input.itemId }),
});
