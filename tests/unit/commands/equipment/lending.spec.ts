import { describe, it } from 'vitest';
import { acceptCheckout } from '#commands/equipment/acceptCheckout.ts';
import { checkIn } from '#commands/equipment/checkIn.ts';
import { checkOut } from '#commands/equipment/checkOut.ts';
import { declineCheckout } from '#commands/equipment/declineCheckout.ts';
import { extendLoan } from '#commands/equipment/extendLoan.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { DESK } from '#domain/role.ts';
import {
  BATCH,
  HOST,
  MACHINES,
  THING,
  checkedIn,
  fitted,
  inRepair,
  lent,
  machine,
  missing,
  retired,
  signed,
  stock,
  terms,
} from '#tests/support/equipment.ts';
import { given } from '#tests/support/given.ts';
import { ANA, BEN, HALL, LAB, ana, ben, ids, kim } from '#tests/support/people.ts';
import { aRoom, aUser } from '#tests/support/records.ts';
import { aThing } from '#tests/support/things.ts';

const byKim = { id: THING, actor: kim };
const byAna = { id: THING, actor: ana };
const aMachine = (...events: EquipmentEvent[]) => [
  ...stock,
  aThing(THING, machine({ categoryId: MACHINES }), ...events),
];
const toAna = { to: { kind: 'person', userId: ANA } } as const;
const toHall = { to: { kind: 'room', roomId: HALL } } as const;
const toHallLent = lent({ ...toHall, toBeAccepted: false });
const deactivated = { type: 'UserDeactivated', data: {} } as const;
const closed = { type: 'RoomClosed', data: {} } as const;

describe('checking out', () => {
  it('to a person asks them to sign', () =>
    given(...aMachine())
      .when(checkOut, toAna, byKim)
      .then(lent()));
  it('can do without a signature', () =>
    given(...aMachine())
      .when(checkOut, { ...toAna, toBeAccepted: false }, byKim)
      .then(lent({ toBeAccepted: false })));
  it('to a room asks nobody to sign', () =>
    given(...aMachine())
      .when(checkOut, toHall, byKim)
      .then(toHallLent));
  it('tells in what condition it is, or leaves it as it was', () => {
    given(...aMachine())
      .when(checkOut, { ...toAna, condition: 'worn' }, byKim)
      .then(lent({ condition: 'worn' }));
    given(...aMachine(lent(), checkedIn({ condition: 'damaged' })))
      .when(checkOut, toAna, byKim)
      .then(lent({ condition: 'damaged' }));
  });
  it('can be due today, but not before', () => {
    given(...aMachine())
      .when(checkOut, { ...toAna, dueOn: '2026-03-02' }, byKim)
      .then(lent({ dueOn: '2026-03-02' }));
    given(...aMachine())
      .when(checkOut, { ...toAna, dueOn: '2026-02-28' }, byKim)
      .refuses('DueBeforeToday', { dueOn: '2026-02-28' });
  });
  it('can be due today also where the day is not over yet that has ended at Greenwich', () => {
    const evening = { ...byKim, now: '2026-03-02T11:59:00Z' };
    given(...aMachine())
      .when(checkOut, { ...toAna, dueOn: '2026-03-01' }, evening)
      .then(lent({ dueOn: '2026-03-01' }));
    given(...aMachine())
      .when(checkOut, { ...toAna, dueOn: '2026-02-28' }, evening)
      .refuses('DueBeforeToday', { dueOn: '2026-02-28' });
    given(...aMachine())
      .when(checkOut, { ...toAna, dueOn: '2026-03-01' }, { ...byKim, now: '2026-03-02T12:00:00Z' })
      .refuses('DueBeforeToday', { dueOn: '2026-03-01' });
  });
  it('that happened earlier counts from then', () =>
    given(...aMachine())
      .when(checkOut, { ...toAna, dueOn: '2026-03-01' }, { ...byKim, occurredAt: '2026-03-01T08:00:00Z' })
      .then(lent({ dueOn: '2026-03-01' })));
  it('is done once', () =>
    given(...aMachine(lent()))
      .when(checkOut, toAna, byKim)
      .then());
  it.each([
    ['to somebody else', { to: { kind: 'person', userId: BEN } }],
    ['for another time', { ...toAna, dueOn: '2026-03-09' }],
    ['in another condition', { ...toAna, condition: 'worn' }],
    ['without a signature', { ...toAna, toBeAccepted: false }],
  ] as const)('again %s is refused', (_, input) =>
    given(...aMachine(lent()))
      .when(checkOut, input, byKim)
      .refuses('NotInStock', { stage: 'CheckedOut' }),
  );
  it.each([
    ['in repair', inRepair],
    ['missing', missing],
  ])('is refused for what is %s', (_, event) =>
    given(...aMachine(event))
      .when(checkOut, toAna, byKim)
      .refuses('NotInStock'),
  );
  it('is refused for what is retired', () =>
    given(...aMachine(retired()))
      .when(checkOut, toAna, byKim)
      .refuses('EquipmentGone', { stage: 'Retired' }));
  it('is refused for a component', () =>
    given(...aMachine(fitted))
      .when(checkOut, toAna, byKim)
      .refuses('IsComponent', { hostId: HOST }));
  it('is for active people', () => {
    given(...aMachine(), aUser(ANA, 'requester', deactivated))
      .when(checkOut, toAna, byKim)
      .refuses('NoSuchUser');
    given(...aMachine())
      .when(checkOut, { to: { kind: 'person', userId: ids.user(99) } }, byKim)
      .refuses('NoSuchUser');
  });
  it('is for open rooms', () => {
    given(...aMachine(), aRoom(HALL, closed))
      .when(checkOut, toHall, byKim)
      .refuses('NoSuchRoom');
    given(...aMachine())
      .when(checkOut, { to: { kind: 'room', roomId: ids.room(9) } }, byKim)
      .refuses('NoSuchRoom');
  });
});

describe('signing for a loan', () => {
  const agreed = { termsVersion: 0 };

  it('is done by the borrower', () =>
    given(...aMachine(lent()))
      .when(acceptCheckout, agreed, byAna)
      .then(signed));
  it('keeps the drawn signature', () => {
    const signatureId = ids.image(1);
    given(...aMachine(lent()), terms(3))
      .when(acceptCheckout, { termsVersion: 3, signatureId }, byAna)
      .then({ type: 'CheckoutAccepted', data: { termsVersion: 3, signatureId } });
  });
  it('is done under the present terms', () =>
    given(...aMachine(lent()), terms(2))
      .when(acceptCheckout, { termsVersion: 1 }, byAna)
      .refuses('TermsChanged', { version: 2 }));
  it('is done once', () =>
    given(...aMachine(lent(), signed))
      .when(acceptCheckout, agreed, byAna)
      .then());
  it('is for no other requester, who does not see it', () =>
    given(...aMachine(lent()))
      .when(acceptCheckout, agreed, { id: THING, actor: ben })
      .refuses('NotFound'));
  it.each([
    ['a technician who lends it', kim],
    ['the desk itself', DESK],
  ])('is not for %s', (_, actor) =>
    given(...aMachine(lent()))
      .when(acceptCheckout, agreed, { id: THING, actor })
      .refuses('NotAllowed'),
  );
  it('is for technicians who borrow', () =>
    given(...aMachine(lent({ to: { kind: 'person', userId: kim.kind === 'person' ? kim.userId : ANA } })))
      .when(acceptCheckout, agreed, byKim)
      .then(signed));
  it('is not asked for where it was lent without', () =>
    given(...aMachine(lent({ toBeAccepted: false })))
      .when(acceptCheckout, agreed, byAna)
      .refuses('NotAwaitingAcceptance'));
  it('waits while it is in repair', () =>
    given(...aMachine(lent(), inRepair))
      .when(acceptCheckout, agreed, byAna)
      .refuses('NotAwaitingAcceptance'));
  it('is over once it is back', () =>
    given(...aMachine(lent(), checkedIn()))
      .when(acceptCheckout, agreed, byAna)
      .refuses('NotFound'));
});

describe('declining a loan', () => {
  const reason = { reason: 'It is broken' };

  it('is done by the borrower', () =>
    given(...aMachine(lent()))
      .when(declineCheckout, reason, byAna)
      .then({ type: 'CheckoutDeclined', data: reason }));
  it('is too late once it is signed for', () =>
    given(...aMachine(lent(), signed))
      .when(declineCheckout, reason, byAna)
      .refuses('NotAwaitingAcceptance'));
  it('is not for who lends it, nor for the desk itself', () => {
    given(...aMachine(lent()))
      .when(declineCheckout, reason, byKim)
      .refuses('NotAllowed');
    given(...aMachine(lent()))
      .when(declineCheckout, reason, { id: THING })
      .refuses('NotAllowed');
  });
});

describe('extending a loan', () => {
  const extended = (dueOn: string | null): EquipmentEvent => ({ type: 'LoanExtended', data: { dueOn } });

  it.each([
    ['lent', [lent()]],
    ['lent and in repair', [lent(), inRepair]],
    ['lent to a room', [toHallLent]],
  ])('moves the day for what is %s', (_, events) =>
    given(...aMachine(...events))
      .when(extendLoan, { dueOn: '2026-03-09' }, byKim)
      .then(extended('2026-03-09')),
  );
  it('can take the day away', () =>
    given(...aMachine(lent({ dueOn: '2026-03-09' })))
      .when(extendLoan, { dueOn: null }, byKim)
      .then(extended(null)));
  it('is done once', () =>
    given(...aMachine(lent(), extended('2026-03-09')))
      .when(extendLoan, { dueOn: '2026-03-09' }, byKim)
      .then());
  it('is not until a day that has passed', () =>
    given(...aMachine(lent()))
      .when(extendLoan, { dueOn: '2026-02-28' }, byKim)
      .refuses('DueBeforeToday'));
  it.each([
    ['in stock', []],
    ['in repair', [inRepair]],
  ])('needs a loan, not what is %s', (_, events) =>
    given(...aMachine(...events))
      .when(extendLoan, { dueOn: '2026-03-09' }, byKim)
      .refuses('NotLent'),
  );
  it('is not for the borrower', () =>
    given(...aMachine(lent()))
      .when(extendLoan, { dueOn: '2026-03-09' }, byAna)
      .refuses('NotAllowed'));
});

describe('checking in', () => {
  const intoHall = { roomId: HALL };

  it('ends a loan', () =>
    given(...aMachine(lent(), signed))
      .when(checkIn, intoHall, byKim)
      .then(checkedIn()));
  it('tells in what condition it came back, and by which batch', () =>
    given(...aMachine(lent()))
      .when(checkIn, { ...intoHall, condition: 'worn', batchId: BATCH }, byKim)
      .then(checkedIn({ condition: 'worn', batchId: BATCH })));
  it('is done once', () =>
    given(...aMachine(lent(), checkedIn()))
      .when(checkIn, intoHall, byKim)
      .then());
  it('needs a loan', () =>
    given(...aMachine())
      .when(checkIn, intoHall, byKim)
      .refuses('NotLent'));
  it('needs an open room', () =>
    given(...aMachine(lent()), aRoom(LAB, closed))
      .when(checkIn, { roomId: LAB }, byKim)
      .refuses('NoSuchRoom'));
});
