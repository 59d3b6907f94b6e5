import { z } from 'zod';
import { commentId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { reason } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

/** Takes the words of a comment away from every reader; that there was one stays. */
export const redactComment = ticketCommand({
  name: 'redactComment',
  input: z.strictObject({ commentId, reason }),
  facets: [],
  already: (ticket, input) => ticket.comments[input.commentId]?.redacted === true,
  decide: (ticket, input) =>
    ticket.comments[input.commentId]
      ? [{ type: 'CommentRedacted', data: input }]
      : refuse('NoSuchComment', { commentId: input.commentId }),
});
