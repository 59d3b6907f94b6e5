import { describe, it } from 'vitest';
import { accept } from '#commands/ticket/accept.ts';
import { assign } from '#commands/ticket/assign.ts';
import { unassign } from '#commands/ticket/unassign.ts';
import { given } from '#tests/support/given.ts';
import { ADA, ANA, KIM, LEE, kim, lee } from '#tests/support/people.ts';
import { aUser, accepted, desk, onHold, resolved, ticketWith } from '#tests/support/records.ts';

const assignedTo = (assigneeId: typeof KIM) => ({ type: 'TicketAssigned', data: { assigneeId } }) as const;
const unassigned = { type: 'TicketUnassigned', data: {} } as const;

describe('accepting', () => {
  it('takes a new ticket', () => given(ticketWith()).when(accept, {}, { actor: kim }).then(accepted));

  it('takes an open ticket that nobody has', () =>
    given(ticketWith(accepted, unassigned)).when(accept, {}, { actor: kim }).then(accepted));

  it('takes a waiting ticket that nobody has', () =>
    given(ticketWith(accepted, onHold(null), unassigned))
      .when(accept, {}, { actor: kim })
      .then(accepted));

  it('tells who has it already', () =>
    given(ticketWith(accepted))
      .when(accept, {}, { actor: lee })
      .refuses('AlreadyAccepted', { assigneeId: KIM }));

  it('does nothing when it is repeated', () =>
    given(ticketWith(accepted)).when(accept, {}, { actor: kim }).then());

  it('is not for the desk itself', () => given(ticketWith()).when(accept, {}).refuses('NotAllowed'));

  it('is too late once the ticket is resolved', () =>
    given(ticketWith(unassigned, resolved))
      .when(accept, {}, { actor: lee })
      .refuses('WrongStatus', { status: 'Resolved' }));
});

describe('assigning', () => {
  it.each([
    ['technicians', LEE],
    ['administrators', ADA],
  ])('is to %s', (_, assigneeId) =>
    given(...desk, ticketWith())
      .when(assign, { assigneeId }, { actor: kim })
      .then(assignedTo(assigneeId)),
  );

  it('takes the ticket from whoever had it', () =>
    given(...desk, ticketWith(accepted))
      .when(assign, { assigneeId: LEE }, { actor: kim })
      .then(assignedTo(LEE)));

  it('is not to requesters', () =>
    given(...desk, ticketWith())
      .when(assign, { assigneeId: ANA }, { actor: kim })
      .refuses('NotAssignable'));

  it('is not to deactivated technicians', () =>
    given(...desk, aUser(LEE, 'technician', { type: 'UserDeactivated', data: {} }), ticketWith())
      .when(assign, { assigneeId: LEE }, { actor: kim })
      .refuses('NotAssignable'));

  it('is not to nobody', () =>
    given(ticketWith()).when(assign, { assigneeId: LEE }, { actor: kim }).refuses('NotAssignable'));

  it('does nothing when it is repeated', () =>
    given(...desk, ticketWith(assignedTo(LEE)))
      .when(assign, { assigneeId: LEE }, { actor: kim })
      .then());
});

describe('unassigning', () => {
  it('leaves the ticket with nobody', () =>
    given(ticketWith(accepted)).when(unassign, {}, { actor: lee }).then(unassigned));

  it('does nothing when nobody has it', () => given(ticketWith()).when(unassign, {}, { actor: lee }).then());
});
