import { describe, it } from 'vitest';
import { acceptCheckout } from '#commands/equipment/acceptCheckout.ts';
import { declineCheckout } from '#commands/equipment/declineCheckout.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { DESK } from '#domain/role.ts';
import {
  MACHINES,
  THING,
  checkedIn,
  inRepair,
  lent,
  machine,
  signed,
  stock,
  terms,
} from '#tests/support/equipment.ts';
import { given } from '#tests/support/given.ts';
import { ANA, ana, ben, ids, kim } from '#tests/support/people.ts';
import { aThing } from '#tests/support/things.ts';

const byKim = { id: THING, actor: kim };
const byAna = { id: THING, actor: ana };
const aMachine = (...events: EquipmentEvent[]) => [
  ...stock,
  aThing(THING, machine({ categoryId: MACHINES }), ...events),
];

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
