import { z } from 'zod';
import { checklistItemId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { checklistText } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

export const addChecklistItem = ticketCommand({
  name: 'addChecklistItem',
  input: z.strictObject({ text: checklistText, itemId: checklistItemId.optional() }),
  facets: [],
  decide(ticket, { text, itemId }, { ids }) {
    const id = itemId ?? checklistItemId.parse(ids(0));
    const standing = ticket.checklist[id];
    if (standing) return standing.text === text ? [] : refuse('AlreadyExists');
    return [{ type: 'ChecklistItemAdded', data: { itemId: id, text } }];
  },
});
