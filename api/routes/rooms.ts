import { z } from 'zod';
import { roomRow } from '#api/answers/records.ts';
import type { Route } from '#api/http/route.ts';
import { roomCommands } from '#commands/registry.ts';
import type { RecordRoutes } from './commands.ts';
import type { Desk } from './desk.ts';
import { commandRoutes, makeRoute, readRoutes } from './records.ts';
import { sinceFrom } from './since.ts';
import { paging, search } from './tickets/filters.ts';

const query = z.strictObject({ status: z.enum(['Open', 'Closed']).optional(), ...search, ...paging });
export type RoomFilters = z.output<typeof query>;

export function roomRoutes(desk: Desk): Route[] {
  const reads = desk.reads.rooms;
  const about: RecordRoutes = { base: '/api/rooms', desk, sinceOf: sinceFrom(desk, reads.history) };
  const { openRoom, renameRoom, closeRoom } = roomCommands;
  return [
    ...readRoutes({ about, reads, what: 'rooms', row: roomRow, query, projection: 'rooms', plural: 'rooms' }),
    makeRoute(openRoom, about),
    ...commandRoutes([renameRoom, closeRoom], about),
  ];
}
