import { describe, expect, it } from 'vitest';
import { comment } from '#commands/ticket/comment.ts';
import { redactComment } from '#commands/ticket/redactComment.ts';
import { given } from '#tests/support/given.ts';
import { ANA, ana, ids, kim, lee } from '#tests/support/people.ts';
import { accepted, by, closed, resolved, ticketWith } from '#tests/support/records.ts';

const commentId = ids.comment(1);
const words = { commentId, body: 'Which printer?', visibility: 'public' } as const;
const said = { type: 'CommentAdded', data: words } as const;
const redaction = { commentId, reason: 'A password' };
const redacted = { type: 'CommentRedacted', data: redaction } as const;

describe('commenting', () => {
  it('is public unless said otherwise', () =>
    given(ticketWith()).when(comment, { body: 'Which printer?', commentId }, { actor: kim }).then(said));

  it('takes an id from the command where the client has made none', () =>
    given(ticketWith())
      .when(comment, { body: 'Which printer?' }, { actor: kim })
      .then({ type: 'CommentAdded', data: { ...words, commentId: ids.comment(0x90) } }));

  it('is internal when staff says so', () =>
    given(ticketWith())
      .when(comment, { ...words, visibility: 'internal' }, { actor: kim })
      .then({ type: 'CommentAdded', data: { ...words, visibility: 'internal' } }));

  it('is never internal for a requester', () =>
    given(ticketWith())
      .when(comment, { ...words, visibility: 'internal' }, { actor: ana })
      .refuses('NotAllowed'));

  it('does nothing when it is repeated', () =>
    given(ticketWith(said)).when(comment, words, { actor: kim }).then());

  it('does not take the id of a comment of somebody else', () =>
    given(ticketWith(said)).when(comment, words, { actor: lee }).refuses('AlreadyExists'));

  it('is over once the ticket is closed', () =>
    given(ticketWith(resolved, closed))
      .when(comment, words, { actor: ana })
      .refuses('TicketFinished', { status: 'Closed' }));

  it('needs words', () => expect(comment.input.safeParse({ body: '  ' }).success).toBe(false));
});

describe('redacting a comment', () => {
  it('takes its words away', () =>
    given(ticketWith(by(said, ANA)))
      .when(redactComment, redaction, { actor: kim })
      .then(redacted));

  it('is possible even when the ticket is closed', () =>
    given(ticketWith(said, resolved, closed))
      .when(redactComment, redaction, { actor: kim })
      .then(redacted));

  it('does nothing when it is repeated', () =>
    given(ticketWith(said, redacted)).when(redactComment, redaction, { actor: kim }).then());

  it('needs a comment', () =>
    given(ticketWith(accepted)).when(redactComment, redaction, { actor: kim }).refuses('NoSuchComment'));

  it('is not for whoever reported', () =>
    given(ticketWith(by(said, ANA)))
      .when(redactComment, redaction, { actor: ana })
      .refuses('NotAllowed'));
});
