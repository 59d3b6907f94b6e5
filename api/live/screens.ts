import { z } from 'zod';
import type { Screen } from '#api/contract/live.ts';
import type { Viewer } from '#api/http/route.ts';
import { reachOf, type Readable } from '#domain/permissions.ts';
import { equipmentId, stocktakeId, ticketId } from '#domain/ids.ts';

export type RecordTable = 'rooms' | 'categories' | 'users' | 'stocktakes' | 'batches' | 'settings';

export const screenAsked = z.discriminatedUnion('screen', [
  z.object({
    screen: z.enum([
      'queue',
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

export const QUEUE = 'queue';
export const REGISTER = 'equipment';
export const userRoom = (userId: string): string => `user ${userId}`;
export const sessionRoom = (sessionId: string): string => `session ${sessionId}`;
export const mineRoom = (userId: string): string => `mine ${userId}`;
/** Nobody sends to all of these rooms: each viewer in one is told what the queries give to that viewer. */
export const ticketRoom = (id: string): string => `ticket ${id}`;
export const thingRoom = (id: string): string => `thing ${id}`;
export const stocktakeRoom = (id: string): string => `stocktake ${id}`;
export const tableRoom = (table: RecordTable): string => table;
/** For those who may read no other account than their own. */
export const ownAccountRoom = (userId: string): string => `users ${userId}`;
/** For those who may read no other equipment than what is lent to them. */
export const ownEquipmentRoom = (userId: string): string => `equipment ${userId}`;

/** What each screen reads, by the table of permissions. */
export const screenReads: Readonly<Record<Screen['screen'], Readable>> = {
  queue: 'counts',
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

type Named = Exclude<Screen, { screen: 'ticket' | 'thing' | 'stocktake' }>['screen'];

const roomFor = (screen: Named, userId: string, all: boolean): string => {
  switch (screen) {
    case 'queue':
      return QUEUE;
    case 'mine':
      return mineRoom(userId);
    case 'equipment':
      return all ? REGISTER : ownEquipmentRoom(userId);
    case 'users':
      return all ? tableRoom(screen) : ownAccountRoom(userId);
    default:
      return tableRoom(screen);
  }
};

/** The room that a viewer's screen is told in; undefined where the screen does not exist for the viewer's role. */
export function roomOf(screen: Screen, { role, userId }: Viewer): string | undefined {
  const reach = reachOf(role, screenReads[screen.screen]);
  if (reach === undefined) return undefined;
  switch (screen.screen) {
    case 'ticket':
      return ticketRoom(screen.ticketId);
    case 'thing':
      return thingRoom(screen.equipmentId);
    case 'stocktake':
      return stocktakeRoom(screen.stocktakeId);
    default:
      return roomFor(screen.screen, userId, reach === 'any');
  }
}
