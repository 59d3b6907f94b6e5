import { describe, it } from 'vitest';
import { cancel } from '#commands/ticket/cancel.ts';
import { close } from '#commands/ticket/close.ts';
import { rate } from '#commands/ticket/rate.ts';
import { reject } from '#commands/ticket/reject.ts';
import { reopen } from '#commands/ticket/reopen.ts';
import { resolve } from '#commands/ticket/resolve.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import { given } from '#tests/support/given.ts';
import { BEN, LEE, ana, ben, kim, lee } from '#tests/support/people.ts';
import { accepted, by, closed, onHold, resolved, ticketWith } from '#tests/support/records.ts';

const resolution = 'Paper filled up';
const reason = 'Still empty';
const reopened: TicketEvent = { type: 'TicketReopened', data: { reason } };
const rejected: TicketEvent = { type: 'TicketRejected', data: { reason } };
const cancelled: TicketEvent = { type: 'TicketCancelled', data: { reason: '' } };
const rated: TicketEvent = { type: 'SatisfactionRated', data: { score: 5, comment: '' } };
const resolvedAt = (at: string) => by(resolved, LEE, at);
const NOON = '2026-02-20T12:00:00Z';

describe('resolving', () => {
  it('says how', () =>
    given(ticketWith(accepted)).when(resolve, { resolution }, { actor: lee }).then(resolved));

  it('takes a ticket that nobody has first, so that no work is without a name', () =>
    given(ticketWith()).when(resolve, { resolution }, { actor: kim }).then(accepted, resolved));

  it('by the desk itself leaves a ticket with nobody', () =>
    given(ticketWith()).when(resolve, { resolution }).then(resolved));

  it('is possible while the ticket waits', () =>
    given(ticketWith(accepted, onHold(null)))
      .when(resolve, { resolution }, { actor: kim })
      .then(resolved));

  it('does nothing when it is repeated', () =>
    given(ticketWith(accepted, resolved)).when(resolve, { resolution }, { actor: kim }).then());

  it('is not done twice in other words', () =>
    given(ticketWith(accepted, resolved))
      .when(resolve, { resolution: 'Magic' }, { actor: kim })
      .refuses('WrongStatus', { status: 'Resolved' }));
});

describe('closing', () => {
  it('is by the requester, who accepts the resolution', () =>
    given(ticketWith(resolved)).when(close, {}, { actor: ana }).then(closed));

  it('is by staff', () => given(ticketWith(resolved)).when(close, {}, { actor: kim }).then(closed));

  it('is by the desk itself once the days have passed', () =>
    given(ticketWith(resolvedAt(NOON)))
      .when(close, {}, { now: '2026-02-27T12:00:00Z' })
      .then(closed));

  it('is not by the desk itself before', () =>
    given(ticketWith(resolvedAt(NOON)))
      .when(close, {}, { now: '2026-02-27T11:59:59Z' })
      .refuses('InTheFuture', { due: '2026-02-27T12:00:00Z' }));

  it('does nothing when it is repeated', () =>
    given(ticketWith(resolved, closed)).when(close, {}, { actor: ana }).then());

  it('needs a resolution', () =>
    given(ticketWith(accepted)).when(close, {}, { actor: ana }).refuses('WrongStatus', { status: 'Open' }));
});

describe('reopening', () => {
  it.each([
    ['resolved', [resolved]],
    ['closed', [resolved, closed]],
    ['rejected', [rejected]],
    ['cancelled', [cancelled]],
  ])('is for %s tickets', (_, events) =>
    given(ticketWith(...events))
      .when(reopen, { reason }, { actor: ana })
      .then(reopened),
  );

  it('is possible to the last moment', () =>
    given(ticketWith(resolvedAt(NOON)))
      .when(reopen, { reason }, { actor: ana, now: '2026-03-06T12:00:00Z' })
      .then(reopened));

  it('is too late afterwards', () =>
    given(ticketWith(resolvedAt(NOON)))
      .when(reopen, { reason }, { actor: ana, now: '2026-03-06T12:00:01Z' })
      .refuses('TooLateToReopen', { endedAt: NOON }));

  it('counts from the closing where there was one', () =>
    given(ticketWith(resolvedAt(NOON), by(closed, null, '2026-02-27T12:00:00Z')))
      .when(reopen, { reason }, { actor: ana, now: '2026-03-06T12:00:01Z' })
      .then(reopened));

  it('may be told later than it happened', () =>
    given(ticketWith(resolvedAt(NOON)))
      .when(
        reopen,
        { reason },
        { actor: kim, now: '2026-06-01T00:00:00Z', occurredAt: '2026-02-21T00:00:00Z' },
      )
      .then(reopened));

  it('does nothing to a ticket that is worked', () =>
    given(ticketWith(accepted)).when(reopen, { reason }, { actor: ana }).then());
});

describe('rejecting', () => {
  it('gives a reason', () => given(ticketWith()).when(reject, { reason }, { actor: kim }).then(rejected));

  it('does nothing when it is repeated', () =>
    given(ticketWith(rejected)).when(reject, { reason }, { actor: kim }).then());

  it('is not for resolved tickets', () =>
    given(ticketWith(resolved)).when(reject, { reason }, { actor: kim }).refuses('WrongStatus'));

  it('is not for cancelled tickets', () =>
    given(ticketWith(cancelled)).when(reject, { reason }, { actor: kim }).refuses('TicketFinished'));
});

describe('cancelling', () => {
  it('is by the requester', () =>
    given(ticketWith(accepted)).when(cancel, {}, { actor: ana }).then(cancelled));

  it('is not by others, who reject', () =>
    given(ticketWith()).when(cancel, {}, { actor: kim }).refuses('NotAllowed'));

  it('is not by the desk itself', () => given(ticketWith()).when(cancel, {}).refuses('NotAllowed'));

  it('does nothing when it is repeated', () =>
    given(ticketWith(cancelled)).when(cancel, {}, { actor: ana }).then());
});

describe('rating', () => {
  it('is by the requester', () =>
    given(ticketWith(resolved)).when(rate, { score: 5 }, { actor: ana }).then(rated));

  it('is possible once the ticket is closed', () =>
    given(ticketWith(resolved, closed)).when(rate, { score: 5 }, { actor: ana }).then(rated));

  it('is once per resolution', () =>
    given(ticketWith(resolved, rated)).when(rate, { score: 1 }, { actor: ana }).refuses('AlreadyRated'));

  it('is possible again after another resolution', () =>
    given(ticketWith(resolved, rated, reopened, resolved))
      .when(rate, { score: 5 }, { actor: ana })
      .then(rated));

  it('needs a resolution', () =>
    given(ticketWith(accepted)).when(rate, { score: 5 }, { actor: ana }).refuses('WrongStatus'));

  it('is not by whoever did the work', () =>
    given(ticketWith(resolved)).when(rate, { score: 5 }, { actor: kim }).refuses('NotAllowed'));

  it('is not by those who only watch', () =>
    given(ticketWith({ type: 'WatcherAdded', data: { userId: BEN } }, resolved))
      .when(rate, { score: 5 }, { actor: ben })
      .refuses('NotAllowed'));
});
