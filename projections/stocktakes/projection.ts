import { stocktakeEvents } from '#domain/stocktake/events.ts';
import { id, instant, word } from '#projections/columns.ts';
import { changing, projection } from '#projections/projection.ts';
import { recordHistory } from '#projections/recordHistory/derived.ts';
import { onRow, stamp, stamped, typesOf, type Stamped } from '#projections/stamp.ts';
import { DESK_NAME, ERASED_USER, nameShown } from '#projections/words.ts';
import { stocktakeItems } from './items.ts';
import { stocktakeLeft } from './left.ts';
import type { StocktakeRow } from './row.ts';

/** Its scans are counted where they are kept. */
export type StocktakeLine = Omit<StocktakeRow, 'found' | 'elsewhere' | 'unknown'> & Stamped;

const renamed = (userId: string, startedByName: string) => [
  changing<StocktakeLine>('started_by', userId, { startedByName }),
];

const endOf = ({ at, recordedAt }: { readonly at: string; readonly recordedAt: string }) => ({
  finishedAt: at,
  endRecordedAt: recordedAt,
});

export const stocktakes = projection<StocktakeLine>({
  name: 'stocktakes',
  version: 4,
  columns: {
    room_id: id((row) => row.roomId),
    status: word((row) => row.status),
    started_by: id((row) => row.startedById),
    started_at: instant((row) => row.startedAt),
  },
  indexes: [['started_at'], ['room_id', 'started_at'], ['started_by']],
  derived: [recordHistory('stocktakes'), stocktakeItems(), stocktakeLeft()],
  on: stamped<StocktakeLine>(typesOf(stocktakeEvents), {
    StocktakeStarted: (_, event, { look }) => ({
      stocktakeId: event.entityId,
      roomId: event.data.roomId,
      roomName: look.room(event.data.roomId),
      status: 'Running',
      startedById: event.by,
      startedByName: look.user(event.by) ?? DESK_NAME,
      startedAt: event.at,
      ...{ finishedAt: null, endRecordedAt: null },
      expected: event.data.expected.length,
      ...stamp(null, event),
    }),
    StocktakeFinished: onRow((row, event) => ({ ...row, status: 'Finished', ...endOf(event) })),
    StocktakeCancelled: onRow((row, event) => ({ ...row, status: 'Cancelled', ...endOf(event) })),
  }),
  onOthers: {
    UserDetailsCorrected: ({ entityId, data }) => renamed(entityId, nameShown(data.name)),
    UserErased: ({ entityId }) => renamed(entityId, ERASED_USER),
    RoomRenamed: ({ entityId, data }) => [
      changing<StocktakeLine>('room_id', entityId, { roomName: data.name }),
    ],
  },
});
