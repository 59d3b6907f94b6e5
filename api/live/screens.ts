import { z } from 'zod';
import type { Screen } from '#api/contract/live.ts';
import type { Viewer } from '#api/http/route.ts';
import { reachOf, type Readable } from '#domain/permissions.ts';
import { equipmentId, stocktakeId, ticketId } from '#domain/ids.ts';

/** Their rows are sent as they are. */
export type RecordTable = 'rooms' | 'categories' | 'users' | 'batches' | 'settings';

export const screenAsked = z.discriminatedUnion('screen', [
  z.object({
    screen: z.enum([
      'queue',
      'counts',
      'mine',
      'rooms',
      'categories',
      'users',
      'equipment',
      'stocktakes',
      'batches',
      'settings',
    ]),
  }),
  z.object({ screen: z.literal('ticket'), ticketId }),
  z.object({ screen: z.literal('thing'), equipmentId }),
  z.object({ screen: z.literal('stocktake'), stocktakeId }),
]) satisfies z.ZodType<Screen>;

/** Screens that are the same for all who may read all of a kind have rooms of their own names. */
export const QUEUE = 'queue';
export const COUNTS = 'counts';
export const REGISTER = 'equipment';
export const STOCKTAKES = 'stocktakes';
export const userRoom = (userId: string): string => `user ${userId}`;
/** For those who are not told of the fields for staff. */
export const OPEN_CATEGORIES = 'categories open';
export const sessionRoom = (sessionId: string): string => `session ${sessionId}`;
export const mineRoom = (userId: string): string => `mine ${userId}`;
/** Nobody sends to all of these rooms: each viewer in one is told what the queries give to that viewer. */
export const ticketRoom = (id: string): string => `ticket ${id}`;
export const thingRoom = (id: string): string => `thing ${id}`;
export const stocktakeRoom = (id: string): string => `stocktake ${id}`;
/** For those who may read no other account than their own. */
export const ownAccountRoom = (userId: string): string => `users ${userId}`;
/** For those who may read no other equipment than what is lent to them. */
export const ownEquipmentRoom = (userId: string): string => `equipment ${userId}`;

/** What each screen reads, by the table of permissions. */
export const screenReads: Readonly<Record<Screen['screen'], Readable>> = {
  queue: 'counts',
  counts: 'counts',
  mine: 'tickets',
  ticket: 'tickets',
  rooms: 'rooms',
  categories: 'categories',
  users: 'users',
  equipment: 'equipment',
  thing: 'equipment',
  stocktakes: 'stocktakes',
  stocktake: 'stocktakes',
  batches: 'batches',
  settings: 'settings',
};

/** Rooms of those who may read no more than what is theirs; absent: the screen is one for all. */
const ownRooms: Partial<Record<Screen['screen'], (userId: string) => string>> = {
  mine: mineRoom,
  users: ownAccountRoom,
  equipment: ownEquipmentRoom,
};

/** The room that a viewer's screen is told in; undefined where the screen does not exist for the viewer's role. */
export function roomOf(screen: Screen, { role, userId }: Viewer): string | undefined {
  const reach = reachOf(role, screenReads[screen.screen]);
  if (reach === undefined) return undefined;
  if ('ticketId' in screen) return ticketRoom(screen.ticketId);
  if ('equipmentId' in screen) return thingRoom(screen.equipmentId);
  if ('stocktakeId' in screen) return stocktakeRoom(screen.stocktakeId);
  return listRoomOf(screen.screen, { role, userId }, reach === 'any');
}

function listRoomOf(
  name: Screen['screen'],
  { role, userId }: Pick<Viewer, 'role' | 'userId'>,
  readsAll: boolean,
): string | undefined {
  if (name === 'mine' || !readsAll) return ownRooms[name]?.(userId);
  return name === 'categories' && reachOf(role, 'staffFields') === undefined ? OPEN_CATEGORIES : name;
}
