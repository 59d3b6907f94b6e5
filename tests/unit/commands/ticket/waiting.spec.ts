import { describe, it } from 'vitest';
import { comment } from '#commands/ticket/comment.ts';
import { putOnHold } from '#commands/ticket/putOnHold.ts';
import { resume } from '#commands/ticket/resume.ts';
import { ticket } from '#domain/ticket/ticket.ts';
import { given, NOW, record } from '#tests/support/given.ts';
import { BEN, KIM, TICKET, ana, ben, ids, kim } from '#tests/support/people.ts';
import { accepted, by, onHold, opened, resolved, ticketWith } from '#tests/support/records.ts';

const LATER = '2026-03-03T09:00:00Z';
const reason = 'Waiting for paper';
const resumed = { type: 'TicketResumed', data: {} } as const;
const commentId = ids.comment(1);
const answer = { body: 'Here it is', visibility: 'public', commentId } as const;
const said = { type: 'CommentAdded', data: answer } as const;

describe('putting on hold', () => {
  it('gives a reason', () =>
    given(ticketWith(accepted)).when(putOnHold, { reason }, { actor: kim }).then(onHold(null)));

  it('may say until when', () =>
    given(ticketWith(accepted))
      .when(putOnHold, { reason, until: LATER }, { actor: kim })
      .then(onHold(LATER)));

  it('is not until a moment that has passed', () =>
    given(ticketWith(accepted))
      .when(putOnHold, { reason, until: NOW }, { actor: kim })
      .refuses('InThePast', { until: NOW }));

  it('may be told later than it happened', () =>
    given(ticketWith(accepted))
      .when(putOnHold, { reason, until: NOW }, { actor: kim, occurredAt: '2026-03-01T13:00:00Z' })
      .then(onHold(NOW)));

  it('is for tickets that somebody has accepted', () =>
    given(ticketWith())
      .when(putOnHold, { reason }, { actor: kim })
      .refuses('WrongStatus', { status: 'New' }));

  it('can change what is waited for', () =>
    given(ticketWith(accepted, onHold(null)))
      .when(putOnHold, { reason, until: LATER }, { actor: kim })
      .then(onHold(LATER)));

  it('does nothing when it is repeated', () =>
    given(ticketWith(accepted, onHold(LATER)))
      .when(putOnHold, { reason, until: LATER }, { actor: kim })
      .then());
});

describe('resuming', () => {
  it('ends the waiting', () =>
    given(ticketWith(accepted, onHold(null)))
      .when(resume, {}, { actor: kim })
      .then(resumed));

  it('does nothing to a ticket that does not wait', () =>
    given(ticketWith(accepted)).when(resume, {}, { actor: kim }).then());

  it('is not for resolved tickets', () =>
    given(ticketWith(resolved)).when(resume, {}, { actor: kim }).refuses('WrongStatus'));

  it('is done by the desk itself when the time has come', () =>
    given(ticketWith(accepted, onHold(NOW)))
      .when(resume, {})
      .then(resumed));

  it('is not done by the desk itself before', () =>
    given(ticketWith(accepted, onHold(LATER)))
      .when(resume, {})
      .refuses('InTheFuture', { due: LATER }));

  it('is not done by the desk itself where no time was set', () =>
    given(ticketWith(accepted, onHold(null)))
      .when(resume, {})
      .refuses('InTheFuture'));
});

describe('an answer to a ticket that waits', () => {
  const waiting = ticketWith(accepted, { type: 'WatcherAdded', data: { userId: BEN } }, onHold(LATER));

  it('resumes it when the requester gives it', () =>
    given(waiting).when(comment, answer, { actor: ana }).then(said, resumed));

  it('does not resume it when a watcher gives it', () =>
    given(waiting).when(comment, answer, { actor: ben }).then(said));

  it('does not resume it when a technician gives it', () =>
    given(waiting).when(comment, answer, { actor: kim }).then(said));

  it('does not resume it when it is an internal note, though the technician reported it', () =>
    given(record(ticket, TICKET, by(opened({ requesterId: KIM })), by(accepted), by(onHold(LATER))))
      .when(comment, { ...answer, visibility: 'internal' }, { actor: kim })
      .then({ type: 'CommentAdded', data: { ...answer, visibility: 'internal' } }));

  it('leaves a resolved ticket resolved: thanks are not a reason to reopen', () =>
    given(ticketWith(resolved)).when(comment, answer, { actor: ana }).then(said));
});
