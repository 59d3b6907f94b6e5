import type { Room } from '#domain/room/room.ts';
import type { RoomEvent } from '#domain/room/events.ts';
import type { RoomCommandName } from '#domain/permissions.ts';
import type { Command } from '../command.ts';
import { closeRoom } from './closeRoom.ts';
import { openRoom } from './openRoom.ts';
import { renameRoom } from './renameRoom.ts';

export const roomCommands = {
  openRoom,
  renameRoom,
  closeRoom,
} as const satisfies Record<RoomCommandName, Command<Room, RoomEvent>>;
