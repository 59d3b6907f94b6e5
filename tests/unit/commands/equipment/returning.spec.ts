import { describe, it } from 'vitest';
import { checkIn } from '#commands/equipment/checkIn.ts';
import { extendLoan } from '#commands/equipment/extendLoan.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import {
  BATCH,
  MACHINES,
  THING,
  checkedIn,
  inRepair,
  lent,
  machine,
  signed,
  stock,
} from '#tests/support/equipment.ts';
import { given } from '#tests/support/given.ts';
import { HALL, LAB, ana, kim } from '#tests/support/people.ts';
import { aRoom } from '#tests/support/records.ts';
import { aThing } from '#tests/support/things.ts';

const byKim = { id: THING, actor: kim };
const byAna = { id: THING, actor: ana };
const aMachine = (...events: EquipmentEvent[]) => [
  ...stock,
  aThing(THING, machine({ categoryId: MACHINES }), ...events),
];
const toHall = { to: { kind: 'room', roomId: HALL } } as const;
const toHallLent = lent({ ...toHall, toBeAccepted: false });
const closed = { type: 'RoomClosed', data: {} } as const;

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
