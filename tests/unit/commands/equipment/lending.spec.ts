import { describe, it } from 'vitest';
import { checkOut } from '#commands/equipment/checkOut.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import {
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
  stock,
} from '#tests/support/equipment.ts';
import { given } from '#tests/support/given.ts';
import { ANA, BEN, HALL, ids, kim } from '#tests/support/people.ts';
import { aRoom, aUser } from '#tests/support/records.ts';
import { aThing } from '#tests/support/things.ts';

const byKim = { id: THING, actor: kim };
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
