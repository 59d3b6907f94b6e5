import { z } from 'zod';
import { refuse } from '#domain/rejection.ts';
import { place, roomName } from '#domain/room/events.ts';
import { samePlace } from '#domain/room/rules.ts';
import { roomCommand } from './roomCommand.ts';

/** Corrects what a room is called and where it is; what is absent stays. */
export const renameRoom = roomCommand({
  name: 'renameRoom',
  input: z.strictObject({ name: roomName, building: place.optional(), floor: place.optional() }),
  facets: ['name'],
  decide(room, { name, building, floor }) {
    const renamed = { name, building: building ?? room.building, floor: floor ?? room.floor };
    if (samePlace(room, renamed)) return [];
    return room.status === 'Closed' ? refuse('RoomClosed') : [{ type: 'RoomRenamed', data: renamed }];
  },
});
