import { describe, it } from 'vitest';
import { merge } from '#commands/ticket/merge.ts';
import { relate } from '#commands/ticket/relate.ts';
import { unmerge } from '#commands/ticket/unmerge.ts';
import { unrelate } from '#commands/ticket/unrelate.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import { ticket } from '#domain/ticket/ticket.ts';
import { given, record } from '#tests/support/given.ts';
import { ANA, OTHER, TICKET, ana, ids, kim } from '#tests/support/people.ts';
import { accepted, by, closed, opened, resolved, ticketWith } from '#tests/support/records.ts';

const actor = kim;
const other = (...events: TicketEvent[]) =>
  record(ticket, OTHER, ...[opened({ number: 2 }), ...events].map((event) => by(event, ANA)));
const related = (ticketId: typeof TICKET): TicketEvent => ({ type: 'TicketsRelated', data: { ticketId } });
const unrelated: TicketEvent = { type: 'TicketsUnrelated', data: { ticketId: OTHER } };
const merged = (into: typeof TICKET): TicketEvent => ({ type: 'TicketMerged', data: { into } });

describe('relating tickets', () => {
  it('is said once', () =>
    given(ticketWith(), other()).when(relate, { ticketId: OTHER }, { actor }).then(related(OTHER)));

  it('does nothing when it is repeated', () =>
    given(ticketWith(related(OTHER)), other())
      .when(relate, { ticketId: OTHER }, { actor })
      .then());

  it('does nothing when it was said on the other one', () =>
    given(ticketWith(), other(related(TICKET)))
      .when(relate, { ticketId: OTHER }, { actor })
      .then());

  it('needs another ticket', () =>
    given(ticketWith()).when(relate, { ticketId: OTHER }, { actor }).refuses('NoSuchTicket'));

  it('is not to itself', () =>
    given(ticketWith()).when(relate, { ticketId: TICKET }, { actor }).refuses('CannotRelateToSelf'));
});

describe('taking a relation back', () => {
  it('is done where it was made', () =>
    given(ticketWith(related(OTHER)), other())
      .when(unrelate, { ticketId: OTHER }, { actor })
      .then(unrelated));

  it('tells where it was made', () =>
    given(ticketWith(), other(related(TICKET)))
      .when(unrelate, { ticketId: OTHER }, { actor })
      .refuses('RelatedThere', { ticketId: OTHER }));

  it('does nothing where there is none', () =>
    given(ticketWith(), other()).when(unrelate, { ticketId: OTHER }, { actor }).then());
});

describe('merging', () => {
  it('points to the surviving ticket', () =>
    given(ticketWith(accepted), other()).when(merge, { into: OTHER }, { actor }).then(merged(OTHER)));

  it('is possible into a closed ticket', () =>
    given(ticketWith(), other(resolved, closed)).when(merge, { into: OTHER }, { actor }).then(merged(OTHER)));

  it('does nothing when it is repeated', () =>
    given(ticketWith(merged(OTHER)), other())
      .when(merge, { into: OTHER }, { actor })
      .then());

  it('needs a surviving ticket', () =>
    given(ticketWith()).when(merge, { into: OTHER }, { actor }).refuses('NoSuchTicket'));

  it('is not into itself', () =>
    given(ticketWith()).when(merge, { into: TICKET }, { actor }).refuses('CannotMergeIntoSelf'));

  it('is not into a ticket that is merged itself', () =>
    given(ticketWith(), other(merged(ids.ticket(3))))
      .when(merge, { into: OTHER }, { actor })
      .refuses('CannotMergeIntoSelf'));

  it('is not done twice into different tickets', () =>
    given(ticketWith(merged(ids.ticket(3))), other())
      .when(merge, { into: OTHER }, { actor })
      .refuses('TicketFinished', { status: 'Merged' }));

  it('is not for requesters', () =>
    given(ticketWith(), other()).when(merge, { into: OTHER }, { actor: ana }).refuses('NotAllowed'));
});

describe('taking a merge back', () => {
  it('brings the ticket back', () =>
    given(ticketWith(merged(OTHER)))
      .when(unmerge, {}, { actor })
      .then({ type: 'TicketUnmerged', data: {} }));

  it('does nothing to a ticket that is not merged', () =>
    given(ticketWith()).when(unmerge, {}, { actor }).then());
});
