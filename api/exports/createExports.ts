import type { Readable } from 'node:stream';
import type { CategoryRow, RoomRow, StocktakeRow, TicketQueueRow } from '#api/contract/rows.ts';
import type { Viewer } from '#api/http/route.ts';
import { isRoomFound } from '#api/contract/roomsFound.ts';
import { pathsOf } from '#api/imports/paths.ts';
import { allOf } from '#api/imports/standing.ts';
import type { Reads } from '#api/reads.ts';
import type { BatchFilters } from '#api/routes/batchFilters.ts';
import type { CategoryFilters } from '#api/routes/categories.ts';
import type { EquipmentFilters } from '#api/routes/equipment/filters.ts';
import type { BoardFilters, RoomFilters } from '#api/routes/rooms.ts';
import type { StocktakeFilters } from '#api/routes/stocktakes/read.ts';
import type { TicketFilters } from '#api/routes/tickets/filters.ts';
import type { UserFilters } from '#api/routes/users.ts';
import type { DetailedRow } from '#projections/equipmentRegister/detailed.ts';
import { categoryColumns, equipmentColumns, roomColumns, ticketColumns, userColumns } from './columns.ts';
import type { CsvStyle } from './csv.ts';
import { batchColumns, boardColumns, stocktakeColumns } from './doingColumns.ts';
import { listCsv, type Pages } from './listCsv.ts';

const PAGE = 500;

/** Filters without a page, and how the file is written. */
export type Asked<F> = Omit<F, 'cursor' | 'limit'> & CsvStyle;

const paged = (cursor: string | undefined) => ({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });

const placesOf = (rooms: readonly Pick<RoomRow, 'roomId' | 'building' | 'floor'>[]) =>
  new Map(rooms.map((room) => [room.roomId, room]));

export type ExportReads = Pick<
  Reads,
  'tickets' | 'equipment' | 'rooms' | 'roomBoard' | 'categories' | 'users' | 'stocktakes' | 'batches'
>;

/** Lists as CSV, each as the viewer may read it. */
export function createExports(reads: ExportReads) {
  const everyRoom = (viewer: Viewer): Promise<RoomRow[]> => allOf((at) => reads.rooms.list(viewer, at));
  const everyCategory = (viewer: Viewer): Promise<CategoryRow[]> =>
    allOf((at) => reads.categories.list(viewer, at));

  /** Rooms as they are or stood. */
  const roomsAt = async (viewer: Viewer, asOf: string | undefined) =>
    (asOf === undefined ? undefined : await reads.roomBoard(viewer, { asOf })) ?? everyRoom(viewer);

  return {
    tickets(viewer: Viewer, { delimiter, decimal, ...filters }: Asked<TicketFilters>): Promise<Readable> {
      const pages: Pages<TicketQueueRow> = async (cursor) => {
        const { items, next } = await reads.tickets.list(viewer, { ...filters, ...paged(cursor) });
        return { items: JSON.parse(items) as TicketQueueRow[], next };
      };
      return listCsv(pages, ticketColumns, { delimiter, decimal });
    },
    async equipment(
      viewer: Viewer,
      { delimiter, decimal, ...filters }: Asked<EquipmentFilters>,
    ): Promise<Readable> {
      const [rooms, categories] = await Promise.all([roomsAt(viewer, filters.asOf), everyCategory(viewer)]);
      const fields = categories.filter(({ kind }) => kind === 'equipment').flatMap((one) => one.fields);
      const columns = equipmentColumns({
        paths: pathsOf(categories),
        places: placesOf(rooms),
        labels: new Map(fields.map(({ key, label }) => [key, label])),
      });
      const pages: Pages<DetailedRow> = (cursor) =>
        reads.equipment.listDetailed(viewer, { ...filters, ...paged(cursor) });
      return listCsv(pages, columns, { delimiter, decimal });
    },
    rooms: (viewer: Viewer, { delimiter, decimal, ...filters }: Asked<RoomFilters>): Promise<Readable> =>
      listCsv((cursor) => reads.rooms.list(viewer, { ...filters, ...paged(cursor) }), roomColumns, {
        delimiter,
        decimal,
      }),
    /** Undefined where the viewer may not know what is in rooms. */
    async roomBoard(
      viewer: Viewer,
      { delimiter, decimal, ...filters }: Asked<BoardFilters>,
    ): Promise<Readable | undefined> {
      const { asOf, status, q = '' } = filters;
      const board = await reads.roomBoard(viewer, { asOf });
      const items = board?.filter(
        (room) => isRoomFound(room, q) && (status === undefined || room.status === status),
      );
      const pages = () => Promise.resolve({ items: items ?? [], next: null });
      return items && listCsv(pages, boardColumns, { delimiter, decimal });
    },
    async stocktakes(
      viewer: Viewer,
      { delimiter, decimal, ...filters }: Asked<StocktakeFilters>,
    ): Promise<Readable> {
      const columns = stocktakeColumns(placesOf(await everyRoom(viewer)));
      const pages: Pages<StocktakeRow> = (cursor) =>
        reads.stocktakes.list(viewer, { ...filters, ...paged(cursor) });
      return listCsv(pages, columns, { delimiter, decimal });
    },
    batches: (viewer: Viewer, { delimiter, decimal, ...filters }: Asked<BatchFilters>): Promise<Readable> =>
      listCsv((cursor) => reads.batches.list(viewer, { ...filters, ...paged(cursor) }), batchColumns, {
        delimiter,
        decimal,
      }),
    async categories(
      viewer: Viewer,
      { delimiter, decimal, ...filters }: Asked<CategoryFilters>,
    ): Promise<Readable> {
      const columns = categoryColumns(pathsOf(await everyCategory(viewer)));
      const pages: Pages<CategoryRow> = (cursor) =>
        reads.categories.list(viewer, { ...filters, ...paged(cursor) });
      return listCsv(pages, columns, { delimiter, decimal });
    },
    users: (viewer: Viewer, { delimiter, decimal, ...filters }: Asked<UserFilters>): Promise<Readable> =>
      listCsv((cursor) => reads.users.list(viewer, { ...filters, ...paged(cursor) }), userColumns, {
        delimiter,
        decimal,
      }),
  };
}
