import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { takes } from '#domain/category/rules.ts';
import type { Category } from '#domain/category/category.ts';
import { isRegistered, type Equipment, type RegisteredEquipment } from '#domain/equipment/equipment.ts';
import { awaitedBackIn, holderOf, isGone, roomOf } from '#domain/equipment/rules.ts';
import { undoableOf, undone } from '#domain/equipment/undoing.ts';
import { batchId, type BatchId } from '#domain/ids.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';
import type { Room } from '#domain/room/room.ts';
import { isActiveUser, type User } from '#domain/user/user.ts';
import { NO_CLAIMS } from '../define.ts';
import { categoryRef, roomRef, userRef } from '../refs.ts';
import { componentObstacle } from './componentObstacle.ts';
import { equipmentCommand } from './equipmentCommand.ts';
import { claimsOfThing, exchanged } from './uniqueClaims.ts';

/** Did the batch register it, so that it is withdrawn? */
const isWithdrawn = (state: Equipment, batchId: BatchId): boolean =>
  isRegistered(state) && undoableOf(state, batchId)?.before === null;

/** The room, the person and the category to which it comes back; null where it stays where it is. */
function comesBackTo(state: Equipment, batchId: BatchId) {
  if (!isRegistered(state)) return { roomId: null, userId: null, categoryId: null };
  const { standing, details } = undone(state, batchId);
  const stays = isDeepStrictEqual(standing, state.standing);
  return {
    roomId: stays ? null : (roomOf(standing) ?? awaitedBackIn(standing)),
    userId: stays ? null : holderOf(standing),
    categoryId: details.categoryId === state.details.categoryId ? null : details.categoryId,
  };
}

interface Around {
  readonly room: Room | undefined;
  readonly borrower: User | undefined;
  readonly category: Category | undefined;
}

/** What was around it before has to be there still. */
function aroundObstacle({ room, borrower, category }: Around): Rejection | null {
  if (room && room.status !== 'Open') return refuse('NoSuchRoom');
  if (borrower && !isActiveUser(borrower)) return refuse('BorrowerInactive');
  return category && !takes(category, 'equipment') ? refuse('NoSuchCategory') : null;
}

/** Nothing is corrected of what is not in use, and stays so. */
function goneObstacle(thing: RegisteredEquipment, { standing, details }: RegisteredEquipment) {
  const { stage } = standing;
  return details !== thing.details && isGone(stage) ? refuse('EquipmentGone', { stage }) : null;
}

/** Undoes what a batch did to a thing, unless something else has happened to the same since. */
export const takeBackBatchChange = equipmentCommand({
  name: 'takeBackBatchChange',
  input: z.strictObject({ batchId }),
  facets: ['record', 'place', 'label', 'details'],
  needs({ state, input }) {
    const { roomId, userId, categoryId } = comesBackTo(state, input.batchId);
    return {
      room: roomId === null ? undefined : roomRef(roomId),
      borrower: userRef(userId),
      category: categoryRef(categoryId),
    };
  },
  asks: ({ input, state, id }) => (isWithdrawn(state, input.batchId) ? { componentsOf: id } : {}),
  claims({ batchId }, state) {
    if (!isRegistered(state)) return NO_CLAIMS;
    if (isWithdrawn(state, batchId)) return { take: [], release: claimsOfThing(state) };
    return exchanged('serial', state.details.serial, undone(state, batchId).details.serial);
  },
  already: ({ takenBack }, input) => takenBack === input.batchId,
  decide(thing, input, { needed, told }) {
    if (!undoableOf(thing, input.batchId)) return refuse('ChangedSince');
    return (
      goneObstacle(thing, undone(thing, input.batchId)) ??
      aroundObstacle(needed) ??
      componentObstacle(told) ?? [{ type: 'BatchChangeTakenBack', data: input }]
    );
  },
});
