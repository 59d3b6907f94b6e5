import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import { roomCommand } from './roomCommand.ts';

/** Takes a room out of use, once nothing is in it. */
export const closeRoom = roomCommand({
  name: 'closeRoom',
  input: z.strictObject({}),
  facets: ['status'],
  asks: ({ id }) => ({ occupantsOf: id }),
  decide(room, _, { told: { occupants } }) {
    if (room.status === 'Closed') return [];
    return occupants.length > 0
      ? refuse('RoomOccupied', { count: occupants.length })
      : [{ type: 'RoomClosed', data: {} }];
  },
});
