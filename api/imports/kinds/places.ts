import type { CategoryRow, RoomRow } from '#api/contract/rows.ts';
import { pathsOf, pathText } from '../paths.ts';
import type { RowReader } from '../rowReader.ts';

type Named = Pick<RoomRow, 'name' | 'building' | 'floor'>;
export const roomLabel = ({ name, building, floor }: Named): string =>
  [building, floor, name].filter((part) => part !== '').join(', ');

export const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Those of the rooms that are where the row says. An empty cell means those without, where that tells rooms apart. */
function placed(rooms: readonly RoomRow[], row: RowReader, part: 'building' | 'floor'): readonly RoomRow[] {
  const told = plain(row.text(part));
  const there = rooms.filter((room) => plain(room[part]) === told);
  if (told === '') return row.has(part) && there.length > 0 ? there : rooms;
  // Who opened a room need not have said on which floor it is.
  return part === 'floor' && there.length === 0 ? rooms.filter(({ floor }) => floor === '') : there;
}

function severalRooms(name: string, found: readonly RoomRow[]): string {
  const places = new Set(found.map(({ building, floor }) => plain(`${building}\n${floor}`)));
  return places.size === found.length
    ? `There are several rooms called ${name}; tell the building, and the floor where that is the same.`
    : `There are several rooms called ${name}, and nothing tells them apart.`;
}

/** Finds the one room that a row names, in its building and on its floor where they are told; null where it names none. */
export function roomFinder(rooms: readonly RoomRow[]) {
  const byName = Map.groupBy(
    rooms.filter(({ status }) => status === 'Open'),
    ({ name }) => plain(name),
  );
  return (row: RowReader): RoomRow | null => {
    const said = { name: row.text('room'), building: row.text('building'), floor: row.text('floor') };
    if (said.name === '') return null;
    const called = byName.get(plain(said.name)) ?? [];
    const found = placed(placed(called, row, 'building'), row, 'floor');
    if (found.length === 0) row.fault('room', `There is no open room ${roomLabel(said)}.`);
    if (found.length > 1) row.fault('room', severalRooms(said.name, found));
    return found.length === 1 ? (found[0] ?? null) : null;
  };
}

/** Finds the one category of equipment that a row names, by its path or by its name alone. */
export function categoryFinder(categories: readonly CategoryRow[]) {
  const active = categories.filter(({ status }) => status === 'Active');
  const paths = pathsOf(active);
  const byId = new Map(categories.map((category) => [category.categoryId, category]));
  const all = pathsOf(categories);
  const find = (row: RowReader): CategoryRow | null => {
    const text = row.text('category');
    if (text === '') return null;
    const found = paths.named('equipment', text);
    if (found.length === 0) row.fault('category', `There is no category of equipment ${text}.`);
    if (found.length > 1)
      row.fault('category', `There are several categories ${text}; write the path, as in A > ${text}.`);
    return found.length === 1 ? (byId.get(found[0] ?? '') ?? null) : null;
  };
  return {
    find,
    label: (categoryId: string): string => pathText(all.of(categoryId)),
    byId: (categoryId: string): CategoryRow | undefined => byId.get(categoryId),
  };
}
