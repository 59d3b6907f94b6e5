import { Conditions, readsNone } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { findRecord, listRecords, type RecordFilters } from '#projections/recordList.ts';
import type { RoomRow } from './row.ts';

const NONE: Page<never> = { items: [], next: null };

export const listRooms = async (
  read: ReadDatabase,
  viewer: Viewer,
  filters: RecordFilters,
): Promise<Page<RoomRow>> =>
  readsNone(viewer, 'rooms')
    ? NONE
    : listRecords<RoomRow>(
        read,
        { table: 'rooms', fullText: ['name', 'building', 'short_words'], conditions: new Conditions() },
        filters,
      );

export const findRoom = async (
  read: ReadDatabase,
  viewer: Viewer,
  roomId: string,
): Promise<RoomRow | undefined> =>
  readsNone(viewer, 'rooms') ? undefined : findRecord<RoomRow>(read, 'rooms', roomId);
