import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { isRegistered, type Equipment } from '#domain/equipment/equipment.ts';
import { roomOf } from '#domain/equipment/rules.ts';
import { batchId, type BatchId, type RoomId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { NO_CLAIMS } from '../define.ts';
import { roomRef } from '../refs.ts';
import { componentObstacle } from './componentObstacle.ts';
import { equipmentCommand } from './equipmentCommand.ts';
import { claimsOfThing } from './uniqueClaims.ts';

/** Did the batch register it, so that it is withdrawn? */
const isWithdrawn = (state: Equipment, batchId: BatchId): boolean =>
  isRegistered(state) && state.undoable?.batchId === batchId && state.undoable.before === null;

/** The room into which it comes back. */
function roomAgain(state: Equipment): RoomId | null {
  const before = isRegistered(state) ? state.undoable?.before : null;
  if (!before || !isRegistered(state)) return null;
  return isDeepStrictEqual(before.standing, state.standing) ? null : roomOf(before.standing);
}

/** Undoes what a batch did to a thing, unless something else has happened to it since. */
export const takeBackBatchChange = equipmentCommand({
  name: 'takeBackBatchChange',
  input: z.strictObject({ batchId }),
  facets: ['place', 'label'],
  needs({ state }) {
    const roomId = roomAgain(state);
    return { room: roomId === null ? undefined : roomRef(roomId) };
  },
  asks: ({ input, state, id }) => (isWithdrawn(state, input.batchId) ? { componentsOf: id } : {}),
  claims: (input, state) =>
    isRegistered(state) && isWithdrawn(state, input.batchId)
      ? { take: [], release: claimsOfThing(state) }
      : NO_CLAIMS,
  already: ({ takenBack }, input) => takenBack === input.batchId,
  decide({ undoable }, input, { needed: { room }, told }) {
    if (undoable?.batchId !== input.batchId) return refuse('ChangedSince');
    if (room && room.status !== 'Open') return refuse('NoSuchRoom');
    return componentObstacle(told) ?? [{ type: 'BatchChangeTakenBack', data: input }];
  },
});
