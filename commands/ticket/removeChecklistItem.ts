import { z } from 'zod';
import { checklistItemId } from '#domain/ids.ts';
import { ticketCommand } from './ticketCommand.ts';

export const removeChecklistItem = ticketCommand({
  name: 'removeChecklistItem',
  input: z.strictObject({ itemId: checklistItemId }),
  facets: [],
  already: (ticket, { itemId }) => !(itemId in ticket.checklist),
  decide: (_, input) => [{ type: 'ChecklistItemRemoved', data: input }],
});
