import { z } from 'zod';
import { equipmentId, roomId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { isStarted, MOST_EXPECTED } from '#domain/stocktake/rules.ts';
import { stocktake } from '#domain/stocktake/stocktake.ts';
import { creationOf } from '../recordCommand.ts';
import { roomRef } from '../refs.ts';

/** Freezes what is expected in a room: all that is there now, with what is fitted into it. */
export const startStocktake = creationOf(stocktake)({
  name: 'startStocktake',
  input: z.strictObject({ roomId }),
  needs: ({ input }) => ({ room: roomRef(input.roomId) }),
  asks: ({ input }) => ({ occupantsOf: input.roomId }),
  stands: (state, input) => (isStarted(state) ? state.roomId === input.roomId : null),
  decide(input, { needed: { room }, told: { occupants } }) {
    if (room.status !== 'Open') return refuse('NoSuchRoom');
    if (occupants.length > MOST_EXPECTED)
      return refuse('RoomTooFull', { count: occupants.length, limit: MOST_EXPECTED });
    const expected = occupants.map((thing) => ({
      equipmentId: equipmentId.parse(thing.equipmentId),
      tag: thing.tag,
    }));
    return [{ type: 'StocktakeStarted', data: { roomId: input.roomId, expected } }];
  },
});
