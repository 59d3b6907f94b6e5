import type { RoomRow } from '#lib/contract.ts';

const names = new Intl.Collator(undefined, { numeric: true });

/** Rooms under the names of their buildings, both in order. */
export function byBuilding(rooms: readonly RoomRow[]) {
  const groups = Map.groupBy(rooms, ({ building }) => building);
  return [...groups]
    .sort(([a], [b]) => names.compare(a, b))
    .map(([building, inside]) => ({
      building,
      rooms: inside.toSorted((a, b) => names.compare(a.name, b.name)),
    }));
}
