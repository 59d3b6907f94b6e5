import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import type { Thing } from '../command.ts';
import { roomCommand } from './roomCommand.ts';

const NAMED = 12;

/** What is in the way: the first of them by their tags. */
const occupied = (occupants: readonly Thing[]) =>
  refuse('RoomOccupied', {
    count: occupants.length,
    tags: occupants
      .slice(0, NAMED)
      .map(({ tag }) => tag)
      .join(', '),
  });

/** Takes a room out of use, once nothing is in it. */
export const closeRoom = roomCommand({
  name: 'closeRoom',
  input: z.strictObject({}),
  facets: ['status'],
  asks: ({ id }) => ({ occupantsOf: id }),
  decide(room, _, { told: { occupants } }) {
    if (room.status === 'Closed') return [];
    return occupants.length > 0 ? occupied(occupants) : [{ type: 'RoomClosed', data: {} }];
  },
});
