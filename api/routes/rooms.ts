import { z } from 'zod';
import { roomRow } from '#api/answers/records.ts';
import { roomBoardAnswer } from '#api/answers/rooms.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
import { roomCommands } from '#commands/registry.ts';
import type { RecordRoutes } from './commands.ts';
import type { Desk } from './desk.ts';
import { commandRoutes, makeRoute, readRoutes } from './records.ts';
import { sinceFrom } from './since.ts';
import { moment, paging, search } from './tickets/filters.ts';

export const roomFilters = z.strictObject({
  status: z.enum(['Open', 'Closed']).optional(),
  ...search,
  ...paging,
});
export type RoomFilters = z.output<typeof roomFilters>;

/** The search of the board looks everywhere in names and places, as the portal does in what it shows. */
export const boardFilters = z.strictObject({
  status: z.enum(['Open', 'Closed']).optional(),
  ...search,
  asOf: moment.optional(),
});
export type BoardFilters = z.output<typeof boardFilters>;

const boardRoute = ({ reads, projector }: Desk): Route =>
  route({
    method: 'get',
    path: '/api/rooms/board',
    summary: 'The rooms with how much is in each, lent and missing, as it is or stood.',
    access: { reads: 'counts' },
    query: z.strictObject({ asOf: moment.optional() }),
    keptWhile: ['rooms', 'equipment_register'],
    answers: { 200: roomBoardAnswer },
    handle: async ({ viewer, query }) => {
      const position = String(projector.position());
      const items = await reads.roomBoard(viewer, query);
      return items ? reply(200, { items, position }) : problem('not-found');
    },
  });

export function roomRoutes(desk: Desk): Route[] {
  const reads = desk.reads.rooms;
  const about: RecordRoutes = { base: '/api/rooms', desk, sinceOf: sinceFrom(desk, reads.history) };
  const { openRoom, renameRoom, closeRoom } = roomCommands;
  return [
    boardRoute(desk),
    ...readRoutes({
      about,
      reads,
      what: 'rooms',
      row: roomRow,
      query: roomFilters,
      projection: 'rooms',
      plural: 'rooms',
    }),
    makeRoute(openRoom, about),
    ...commandRoutes([renameRoom, closeRoom], about),
  ];
}
