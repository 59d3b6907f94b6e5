import { room } from '#domain/room/room.ts';
import { isOpenedRoom } from '#domain/room/rules.ts';
import { commandsOn } from '../recordCommand.ts';

export const roomCommand = commandsOn({ aggregate: room, what: 'rooms', exists: isOpenedRoom });
