import type { Readable } from 'node:stream';
import { z } from 'zod';
import { decimal, delimiter } from '#api/answers/imports.ts';
import { createExports } from '#api/exports/createExports.ts';
import { stocktakeCsv } from '#api/exports/stocktakeCsv.ts';
import { reply, route, type Route } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
import { categoryFilters } from './categories.ts';
import type { Desk } from './desk.ts';
import { equipmentFilters } from './equipment/filters.ts';
import { roomFilters } from './rooms.ts';
import { ticketFilters } from './tickets/filters.ts';
import { userFilters } from './users.ts';

const style = { delimiter: delimiter.default(','), decimal: decimal.default('.') };
/** A list is exported whole. */
const whole = { cursor: true, limit: true } as const;
const answers = { 200: { mediaType: 'text/csv' } };

const file = (name: string, day: string, csv: Readable | Buffer) =>
  reply(200, csv, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}-${day}.csv"`,
    'Cache-Control': 'no-store',
  });

export function exportRoutes({ reads, now }: Desk): Route[] {
  const made = createExports(reads);
  const today = () => now().slice(0, 10);
  return [
    route({
      method: 'get',
      path: '/api/export/tickets.csv',
      summary: 'The queue as CSV, narrowed and sorted as the list is.',
      access: { reads: 'tickets' },
      query: ticketFilters.omit(whole).extend(style),
      answers,
      handle: async ({ viewer, query }) => file('tickets', today(), await made.tickets(viewer, query)),
    }),
    route({
      method: 'get',
      path: '/api/export/equipment.csv',
      summary: 'The register as CSV, narrowed and sorted as the list is; it can be imported again.',
      access: { reads: 'equipment' },
      query: equipmentFilters.omit(whole).extend(style),
      answers,
      handle: async ({ viewer, query }) => file('equipment', today(), await made.equipment(viewer, query)),
    }),
    route({
      method: 'get',
      path: '/api/export/rooms.csv',
      summary: 'Rooms as CSV; it can be imported again.',
      access: { reads: 'rooms' },
      query: roomFilters.omit(whole).extend(style),
      answers,
      handle: async ({ viewer, query }) => file('rooms', today(), await made.rooms(viewer, query)),
    }),
    route({
      method: 'get',
      path: '/api/export/categories.csv',
      summary: 'Categories as CSV; it can be imported again.',
      access: { reads: 'categories' },
      query: categoryFilters.omit(whole).extend(style),
      answers,
      handle: async ({ viewer, query }) => file('categories', today(), await made.categories(viewer, query)),
    }),
    route({
      method: 'get',
      path: '/api/export/users.csv',
      summary: 'People as CSV; it can be imported again.',
      access: { reads: 'users' },
      query: userFilters.omit(whole).extend(style),
      answers,
      handle: async ({ viewer, query }) => file('people', today(), await made.users(viewer, query)),
    }),
    route({
      method: 'get',
      path: '/api/export/stocktakes/:id.csv',
      summary: 'The report of a stock-take as CSV: what was expected, and what else was scanned.',
      access: { reads: 'stocktakes' },
      query: z.strictObject(style),
      answers,
      handle: async ({ viewer, param, query }) => {
        const found = await reads.stocktakes.find(viewer, param('id'));
        return found ? file('stocktake', today(), stocktakeCsv(found, query)) : problem('not-found');
      },
    }),
  ];
}
