import { z } from 'zod';
import { place, roomName } from '#domain/room/events.ts';
import { room } from '#domain/room/room.ts';
import { isOpenedRoom, samePlace } from '#domain/room/rules.ts';
import { creationOf } from '../recordCommand.ts';

export const openRoom = creationOf(room)({
  name: 'openRoom',
  input: z.strictObject({ name: roomName, building: place.default(''), floor: place.default('') }),
  stands: (state, input) => (isOpenedRoom(state) ? samePlace(state, input) : null),
  decide: (input) => [{ type: 'RoomOpened', data: input }],
});
