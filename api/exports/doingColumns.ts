import type { BatchRow, RoomRow, StocktakeRow } from '#api/contract/rows.ts';
import type { RoomBoardRow } from '#api/contract/equipment.ts';
import { column, type CsvColumn } from './csv.ts';

export const boardColumns: readonly CsvColumn<RoomBoardRow>[] = [
  column('Name', (row) => row.name),
  column('Building', (row) => row.building),
  column('Floor', (row) => row.floor),
  column('Status', (row) => row.status),
  column('Equipment', (row) => row.equipment),
  column('Lent', (row) => row.lent),
  column('Missing', (row) => row.missing),
  column('Id', (row) => row.roomId),
];

/** Rooms by their id; others may have the same name. */
export const stocktakeColumns = (
  places: ReadonlyMap<string, Pick<RoomRow, 'building' | 'floor'>>,
): readonly CsvColumn<StocktakeRow>[] => [
  column('Room', (row) => row.roomName),
  column('Building', (row) => places.get(row.roomId)?.building ?? ''),
  column('Floor', (row) => places.get(row.roomId)?.floor ?? ''),
  column('Status', (row) => row.status),
  column('Expected', (row) => row.expected),
  column('Found', (row) => row.found),
  column('Elsewhere', (row) => row.elsewhere),
  column('Unknown', (row) => row.unknown),
  column('Started', (row) => row.startedAt),
  column('Started by', (row) => row.startedByName),
  column('Finished', (row) => row.finishedAt),
  column('Id', (row) => row.stocktakeId),
];

export const batchColumns: readonly CsvColumn<BatchRow>[] = [
  column('Action', (row) => row.action),
  column('Title', (row) => row.title),
  column('Status', (row) => row.status),
  column('Asked for', (row) => row.size),
  column('Done', (row) => row.done),
  column('Refused', (row) => row.failed),
  column('Started', (row) => row.startedAt),
  column('Started by', (row) => row.startedByName),
  column('Ended', (row) => row.endedAt),
  column('Taken back', (row) => row.takenBackAt),
  column('Kept', (row) => row.kept),
  column('Id', (row) => row.batchId),
];
