import type { CategoryRow, RoomRow } from '#api/contract/rows.ts';
import { pathsOf, pathText } from '../paths.ts';
import type { RowReader } from '../rowReader.ts';

type Named = Pick<RoomRow, 'name' | 'building'>;
export const roomLabel = ({ name, building }: Named): string =>
  building === '' ? name : `${building}, ${name}`;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Finds the one room that a row names, in its building where that is told; null where it names none. */
export function roomFinder(rooms: readonly RoomRow[]) {
  const byName = Map.groupBy(
    rooms.filter(({ status }) => status === 'Open'),
    ({ name }) => plain(name),
  );
  return (row: RowReader): RoomRow | null => {
    const [name, building] = [row.text('room'), row.text('building')];
    if (name === '') return null;
    const found = (byName.get(plain(name)) ?? []).filter(
      (room) => building === '' || plain(room.building) === plain(building),
    );
    if (found.length === 0) row.fault('room', `There is no open room ${roomLabel({ name, building })}.`);
    if (found.length > 1)
      row.fault('room', `There are several rooms called ${name}; tell the building, too.`);
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
