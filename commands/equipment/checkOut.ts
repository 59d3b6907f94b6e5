import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { RegisteredEquipment } from '#domain/equipment/equipment.ts';
import { borrower, condition, day, note } from '#domain/equipment/words.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';
import type { Room } from '#domain/room/room.ts';
import { isActiveUser, type User } from '#domain/user/user.ts';
import { roomRef, userRef } from '../refs.ts';
import { dueObstacle } from './dueObstacle.ts';
import { equipmentCommand } from './equipmentCommand.ts';

const input = z.strictObject({
  to: borrower,
  dueOn: day.nullable().default(null),
  /** Absent: as it was. */
  condition: condition.optional(),
  note: note.default(''),
  /** Whether a person is asked to sign for it; a room never is. */
  toBeAccepted: z.boolean().default(true),
});
type Checkout = z.output<typeof input>;

const isAsked = ({ to, toBeAccepted }: Checkout): boolean => toBeAccepted && to.kind === 'person';

function isLentSo({ standing, condition }: RegisteredEquipment, checkout: Checkout): boolean {
  if (standing.stage !== 'CheckedOut') return false;
  const { loan } = standing;
  const same = { to: loan.to, dueOn: loan.dueOn, condition, asked: loan.acceptance !== 'notAsked' };
  const { to, dueOn } = checkout;
  return isDeepStrictEqual(same, {
    to,
    dueOn,
    condition: checkout.condition ?? condition,
    asked: isAsked(checkout),
  });
}

function borrowerObstacle(
  { to }: Checkout,
  { user, room }: { user: User | undefined; room: Room | undefined },
): Rejection | null {
  if (to.kind === 'room') return room?.status === 'Open' ? null : refuse('NoSuchRoom');
  return user && isActiveUser(user) ? null : refuse('NoSuchUser');
}

/** Lends what is in stock to a person or a room. */
export const checkOut = equipmentCommand({
  name: 'checkOut',
  input,
  facets: ['place'],
  needs: ({ input: { to } }) => ({
    user: userRef(to.kind === 'person' ? to.userId : null),
    room: to.kind === 'room' ? roomRef(to.roomId) : undefined,
  }),
  already: isLentSo,
  decide: (thing, checkout, { occurredAt, needed }) =>
    borrowerObstacle(checkout, needed) ??
    dueObstacle(checkout.dueOn, occurredAt) ?? [
      {
        type: 'EquipmentCheckedOut',
        data: {
          ...checkout,
          condition: checkout.condition ?? thing.condition,
          toBeAccepted: isAsked(checkout),
        },
      },
    ],
});
