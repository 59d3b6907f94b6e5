import { z } from 'zod';
import { kind, type EventOf } from '../event.ts';

export const roomName = z.string().trim().min(1).max(120);
export const place = z.string().trim().max(120);

export const roomEvents = {
  RoomOpened: kind(['record'], z.object({ name: roomName, building: place, floor: place })),
  RoomRenamed: kind(['name'], z.object({ name: roomName, building: place, floor: place })),
  RoomClosed: kind(['status'], z.object({})),
} as const;

export type RoomEvent = EventOf<typeof roomEvents>;
