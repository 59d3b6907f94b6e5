import { linesAt } from '#projections/equipmentHistory/asOf.ts';
import type { Statement } from '#projections/keyset.ts';
import { docsOf, lines, readsAll, readsNone } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { RoomRow } from '#projections/rooms/row.ts';
import type { RoomBoardRow } from './row.ts';

interface Counted {
  readonly room_id: string;
  readonly equipment: number;
  /** MySQL adds up decimals, which come as texts. */
  readonly lent: number | string;
  readonly missing: number | string;
}
type Counts = Pick<RoomBoardRow, 'equipment' | 'lent' | 'missing'>;
const NONE: Counts = { equipment: 0, lent: 0, missing: 0 };

/** Every room with what is in it, as it is or was at a moment (RFC 3339); undefined where the viewer may not know. */
export async function roomBoard(
  read: ReadDatabase,
  viewer: Viewer,
  { asOf }: { readonly asOf?: string | undefined },
): Promise<RoomBoardRow[] | undefined> {
  if (readsNone(viewer, 'rooms') || !readsAll(viewer, 'equipment')) return undefined;
  const [rooms, counts] = await Promise.all([
    asOf === undefined ? roomsNow(read) : roomsAt(read, asOf),
    countsIn(
      read,
      asOf === undefined ? { sql: '{equipment_register}', bindings: [] } : linesAt(Date.parse(asOf)),
    ),
  ]);
  return rooms.map(({ roomId, name, building, floor, status }) => ({
    ...{ roomId, name, building, floor, status },
    ...(counts.get(roomId) ?? NONE),
  }));
}

/** Each grouped over an index that has all that is asked. */
async function countsIn(read: ReadDatabase, from: Statement): Promise<ReadonlyMap<string, Counts>> {
  const counted = await Promise.all(
    [
      `select room_id, count(*) as equipment, 0 as lent, 0 as missing from ${from.sql} things
        where room_id is not null group by room_id`,
      `select room_id, 0 as equipment, count(*) as lent, 0 as missing from ${from.sql} things
        where stage = 'CheckedOut' and room_id <> home_id group by room_id`,
      `select home_id as room_id, 0 as equipment, sum(case when stage = 'CheckedOut' then 1 else 0 end) as lent,
        sum(case when stage = 'Missing' then 1 else 0 end) as missing from ${from.sql} things
        where stage in ('CheckedOut', 'Missing') and home_id is not null group by home_id`,
    ].map((sql) => lines<Counted>(read, sql, from.bindings)),
  );
  const counts = new Map<string, Counts>();
  for (const { room_id, equipment, lent, missing } of counted.flat()) {
    const so = counts.get(room_id) ?? NONE;
    counts.set(room_id, {
      equipment: so.equipment + equipment,
      lent: so.lent + Number(lent),
      missing: so.missing + Number(missing),
    });
  }
  return counts;
}

const roomsNow = async (read: ReadDatabase): Promise<RoomRow[]> =>
  docsOf(await lines<{ doc: string }>(read, 'select doc from {rooms} order by name, id'));

/** Rooms that were there; what happened before it was recorded counts from when it happened. */
async function roomsAt(read: ReadDatabase, asOf: string): Promise<RoomRow[]> {
  const found = await lines<{ state: string }>(read, 'select state from {rooms_history} order by id');
  const moment = Date.parse(asOf);
  const rooms = new Map<string, RoomRow>();
  for (const { state } of found) {
    const row = JSON.parse(state) as RoomRow;
    if (Date.parse(row.updatedAt) <= moment) rooms.set(row.roomId, row);
  }
  const order = new Intl.Collator();
  return [...rooms.values()].sort((a, b) => order.compare(a.name, b.name));
}
