import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import type { Thing } from '../command.ts';
import { roomCommand } from './roomCommand.ts';

const NAMED = 12;

/** What is in the way: the first of them by their tags. */
const inTheWay = (refusal: 'RoomOccupied' | 'LoansAwaited', things: readonly Thing[]) =>
  things.length === 0
    ? null
    : refuse(refusal, {
        count: things.length,
        tags: things
          .slice(0, NAMED)
          .map(({ tag }) => tag)
          .join(', '),
      });

/** Takes a room out of use, once nothing is in it, and nothing comes back to it where somebody declines it. */
export const closeRoom = roomCommand({
  name: 'closeRoom',
  input: z.strictObject({}),
  facets: ['status'],
  asks: ({ id }) => ({ occupantsOf: id, awaitedBackIn: id }),
  decide(room, _, { told: { occupants, awaited } }) {
    if (room.status === 'Closed') return [];
    return (
      inTheWay('RoomOccupied', occupants) ??
      inTheWay('LoansAwaited', awaited) ?? [{ type: 'RoomClosed', data: {} }]
    );
  },
});
