import { z } from 'zod';
import { commentId } from '#domain/ids.ts';
import { mayRead } from '#domain/permissions.ts';
import { refuse } from '#domain/rejection.ts';
import { actorId } from '#domain/role.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import { relationTo } from '#domain/ticket/relation.ts';
import { endsWaiting } from '#domain/ticket/rules.ts';
import { commentBody, visibility } from '#domain/ticket/words.ts';
import { ticketCommand } from './ticketCommand.ts';

const resumed: TicketEvent = { type: 'TicketResumed', data: {} };

/** Says something on a ticket. One that waits goes on when its requester answers. */
export const comment = ticketCommand({
  name: 'comment',
  input: z.strictObject({
    body: commentBody,
    visibility: visibility.default('public'),
    /** Made by the client, so that it can show the comment before the answer comes. */
    commentId: commentId.optional(),
  }),
  facets: [],
  decide(ticket, input, { actor, ids }) {
    const id = input.commentId ?? commentId.parse(ids(0));
    const standing = ticket.comments[id];
    if (standing) return standing.authorId === actorId(actor) ? [] : refuse('AlreadyExists');
    if (input.visibility === 'internal' && !mayRead(actor, 'internalNotes', relationTo(ticket, actor)))
      return refuse('NotAllowed');
    const added: TicketEvent = { type: 'CommentAdded', data: { ...input, commentId: id } };
    return endsWaiting(ticket, actor, input.visibility) ? [added, resumed] : [added];
  },
});
