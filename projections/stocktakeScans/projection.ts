import { uniqueForm } from '#domain/equipment/rules.ts';
import { id, integer, name, ordinal, word } from '#projections/columns.ts';
import { changing, projection } from '#projections/projection.ts';
import { onRow } from '#projections/stamp.ts';
import type { StocktakeScan } from '#projections/stocktakes/row.ts';
import { DESK_NAME, ERASED_USER, nameShown } from '#projections/words.ts';

/** A scan; what the thing is called is looked up where it is shown. */
export interface ScanLine extends Omit<StocktakeScan, 'name'> {
  readonly stocktakeId: string;
  readonly position: string;
}

const renamed = (userId: string, name: string) => [
  changing<ScanLine>('by_id', userId, { byName: name }),
  changing<ScanLine>('undone_by', userId, { undoneByName: name }),
];
/** Of the forms of tags that are scanned hardly any is longer. */
const LONGEST_FORM = 200;

export const stocktakeScans = projection<ScanLine>({
  name: 'stocktake_scans',
  version: 2,
  keys: (event) =>
    event.type === 'EquipmentScanned' || event.type === 'ScanUndone'
      ? `${event.entityId}/${event.data.scanId}`
      : [],
  creates: ({ type }) => type === 'EquipmentScanned',
  columns: {
    stocktake_id: id((row) => row.stocktakeId),
    verdict: word((row) => row.verdict),
    equipment_id: id((row) => row.equipmentId),
    room_id: id((row) => row.roomId),
    by_id: id((row) => row.byId),
    undone: integer((row) => (row.undone ? 1 : 0)),
    undone_by: id((row) => row.undoneById),
    /** Where it is the same, the tags may be. */
    tag_form: name((row) => uniqueForm(row.text).slice(0, LONGEST_FORM)),
    place: ordinal((row) => Number(row.position)),
  },
  indexes: [
    ['stocktake_id', 'undone', 'verdict'],
    ['stocktake_id', 'tag_form'],
    ['by_id'],
    ['undone_by'],
    ['room_id'],
  ],
  on: {
    EquipmentScanned: (_, event, { look }) => ({
      stocktakeId: event.entityId,
      ...event.data,
      roomName: look.room(event.data.roomId),
      byId: event.by,
      byName: look.user(event.by) ?? DESK_NAME,
      at: event.at,
      recordedAt: event.recordedAt,
      undone: false,
      ...{ undoneAt: null, undoneById: null, undoneByName: null },
      position: String(event.position),
    }),
    ScanUndone: onRow((row, { at, by }, { look }) => ({
      ...row,
      undone: true,
      ...{ undoneAt: at, undoneById: by, undoneByName: look.user(by) ?? DESK_NAME },
    })),
  },
  onOthers: {
    UserDetailsCorrected: ({ entityId, data }) => renamed(entityId, nameShown(data.name)),
    UserErased: ({ entityId }) => renamed(entityId, ERASED_USER),
    RoomRenamed: ({ entityId, data }) => [changing<ScanLine>('room_id', entityId, { roomName: data.name })],
  },
});
