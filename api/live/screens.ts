import { z } from 'zod';
import type { Screen } from '#api/contract/live.ts';
import type { Viewer } from '#api/http/route.ts';
import { reachOf, type Readable } from '#domain/permissions.ts';
import { ticketId } from '#domain/ids.ts';

export const screenAsked = z.discriminatedUnion('screen', [
  z.object({ screen: z.enum(['queue', 'mine', 'rooms', 'categories', 'users']) }),
  z.object({ screen: z.literal('ticket'), ticketId }),
]) satisfies z.ZodType<Screen>;

export const QUEUE = 'queue';
export const userRoom = (userId: string): string => `user ${userId}`;
export const sessionRoom = (sessionId: string): string => `session ${sessionId}`;
export const mineRoom = (userId: string): string => `mine ${userId}`;
/** Nobody sends to all of this room: each viewer in it is told what the queries give to that viewer. */
export const ticketRoom = (id: string): string => `ticket ${id}`;
export const tableRoom = (table: 'rooms' | 'categories' | 'users'): string => table;
/** For those who may read no other account than their own. */
export const ownAccountRoom = (userId: string): string => `users ${userId}`;

/** What each screen reads, by the table of permissions. */
export const screenReads: Readonly<Record<Screen['screen'], Readable>> = {
  queue: 'counts',
  mine: 'tickets',
  ticket: 'tickets',
  rooms: 'rooms',
  categories: 'categories',
  users: 'users',
};

/** The room that a viewer's screen is told in; undefined where the screen does not exist for the viewer's role. */
export function roomOf(screen: Screen, { role, userId }: Viewer): string | undefined {
  const reach = reachOf(role, screenReads[screen.screen]);
  if (reach === undefined) return undefined;
  switch (screen.screen) {
    case 'queue':
      return QUEUE;
    case 'mine':
      return mineRoom(userId);
    case 'ticket':
      return ticketRoom(screen.ticketId);
    case 'rooms':
    case 'categories':
    case 'users':
      return reach === 'any' ? tableRoom(screen.screen) : ownAccountRoom(userId);
    default:
      return screen satisfies never;
  }
}
