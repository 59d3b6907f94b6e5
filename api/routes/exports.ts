import type { Readable } from 'node:stream';
import { z } from 'zod';
import { decimal, delimiter } from '#api/answers/imports.ts';
import { createExports } from '#api/exports/createExports.ts';
import { stocktakeCsv } from '#api/exports/stocktakeCsv.ts';
import { reply, route, type Route, type Viewer } from '#api/http/route.ts';
import { problem } from '#api/problems.ts';
import type { Readable as Table } from '#domain/permissions.ts';
import { batchFilters } from './batchFilters.ts';
import { categoryFilters } from './categories.ts';
import type { Desk } from './desk.ts';
import { equipmentFilters } from './equipment/filters.ts';
import { boardFilters, roomFilters } from './rooms.ts';
import { stocktakeFilters } from './stocktakes/read.ts';
import { ticketFilters } from './tickets/filters.ts';
import { userFilters } from './users.ts';

const style = { delimiter: delimiter.default(','), decimal: decimal.default('.') };
/** A list is exported whole. */
const whole = { cursor: true, limit: true } as const;

interface Export<Q extends z.ZodType> {
  /** Below /api/export; the day goes into the name of the file. */
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  readonly reads: Table;
  readonly query: Q;
  readonly made: (
    viewer: Viewer,
    query: z.output<Q>,
    param: (name: string) => string,
  ) => Promise<Readable | Buffer | undefined>;
}

export function exportRoutes({ reads, now }: Desk): Route[] {
  const made = createExports(reads);
  const list = <Q extends z.ZodType>({ path, name, summary, query, ...of }: Export<Q>): Route =>
    route({
      method: 'get',
      path: `/api/export/${path}.csv`,
      summary,
      access: { reads: of.reads },
      query,
      answers: { 200: { mediaType: 'text/csv' } },
      handle: async ({ viewer, query: asked, param }) => {
        const csv = await of.made(viewer, asked, param);
        if (!csv) return problem('not-found');
        return reply(200, csv, {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="${name}-${now().slice(0, 10)}.csv"`,
          'Cache-Control': 'no-store',
        });
      },
    });
  return [
    list({
      path: 'tickets',
      name: 'tickets',
      summary: 'The queue as CSV, narrowed and sorted as the list is.',
      reads: 'tickets',
      query: ticketFilters.omit(whole).extend(style),
      made: (viewer, query) => made.tickets(viewer, query),
    }),
    list({
      path: 'equipment',
      name: 'equipment',
      summary: 'The register as CSV, narrowed and sorted as the list is; it can be imported again.',
      reads: 'equipment',
      query: equipmentFilters.omit(whole).extend(style),
      made: (viewer, query) => made.equipment(viewer, query),
    }),
    list({
      path: 'rooms',
      name: 'rooms',
      summary: 'Rooms as CSV; it can be imported again.',
      reads: 'rooms',
      query: roomFilters.omit(whole).extend(style),
      made: (viewer, query) => made.rooms(viewer, query),
    }),
    list({
      path: 'rooms/board',
      name: 'rooms',
      summary:
        'Rooms with how much is in each, lent and missing, as it is or stood, as CSV; it can be imported again.',
      reads: 'counts',
      query: boardFilters.extend(style),
      made: (viewer, query) => made.roomBoard(viewer, query),
    }),
    list({
      path: 'categories',
      name: 'categories',
      summary: 'Categories as CSV; it can be imported again.',
      reads: 'categories',
      query: categoryFilters.omit(whole).extend(style),
      made: (viewer, query) => made.categories(viewer, query),
    }),
    list({
      path: 'users',
      name: 'people',
      summary: 'People as CSV; it can be imported again.',
      reads: 'users',
      query: userFilters.omit(whole).extend(style),
      made: (viewer, query) => made.users(viewer, query),
    }),
    list({
      path: 'batches',
      name: 'batches',
      summary: 'What was done to many records at once as CSV, the last first.',
      reads: 'batches',
      query: batchFilters.omit(whole).extend(style),
      made: (viewer, query) => made.batches(viewer, query),
    }),
    list({
      path: 'stocktakes',
      name: 'stocktakes',
      summary: 'Stock-takes as CSV, the newest first.',
      reads: 'stocktakes',
      query: stocktakeFilters.omit(whole).extend(style),
      made: (viewer, query) => made.stocktakes(viewer, query),
    }),
    list({
      path: 'stocktakes/:id',
      name: 'stocktake',
      summary: 'The report of a stock-take as CSV: what was expected, and what else was scanned.',
      reads: 'stocktakes',
      query: z.strictObject(style),
      made: async (viewer, asked, param) => {
        const found = await reads.stocktakes.find(viewer, param('id'));
        return found && stocktakeCsv(found, asked);
      },
    }),
  ];
}
