import type { RoomRow } from '#lib/contract.ts';

type Placed = Pick<RoomRow, 'name' | 'building' | 'floor'>;

/** Building and floor, as far as they are known. */
export const placeOf = ({ building, floor }: Pick<Placed, 'building' | 'floor'>): string =>
  [building, floor].filter(Boolean).join(', ');

/** A room's name with where it is, since others may have the same name. */
export function roomInFull(room: Placed): string {
  const place = placeOf(room);
  return place === '' ? room.name : `${room.name} (${place})`;
}

/** The building, where that is enough to tell rooms of one name apart. */
function apart<R extends Placed>(alike: readonly R[]): (room: R) => string {
  const buildings = new Set(alike.map(({ building }) => building.toLowerCase()));
  return buildings.size === alike.length ? ({ building }) => building : placeOf;
}

/** Where those rooms are whose name others have too, by id. */
export function namesakes(rooms: readonly (Placed & Pick<RoomRow, 'roomId'>)[]): ReadonlyMap<string, string> {
  const called = Map.groupBy(rooms, ({ name }) => name.toLowerCase());
  const alike = [...called.values()].filter(({ length }) => length > 1);
  return new Map(alike.flatMap((some) => some.map((room) => [room.roomId, apart(some)(room)])));
}
