import { z } from 'zod';
import { isInStockIn } from '#domain/equipment/rules.ts';
import { roomId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { roomRef } from '../refs.ts';
import { equipmentCommand } from './equipmentCommand.ts';

/** Takes a thing out of the one that it is part of, into a room. */
export const removeComponent = equipmentCommand({
  name: 'removeComponent',
  input: z.strictObject({ roomId }),
  facets: ['place'],
  needs: ({ input }) => ({ room: roomRef(input.roomId) }),
  already: (thing, input) => isInStockIn(thing, input.roomId),
  decide({ standing }, { roomId }, { needed }) {
    if (standing.stage !== 'InStock' || standing.place.kind !== 'host') return refuse('NotFitted');
    if (needed.room.status !== 'Open') return refuse('NoSuchRoom');
    return [{ type: 'ComponentRemoved', data: { hostId: standing.place.hostId, roomId } }];
  },
});
