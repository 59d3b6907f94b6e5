import type { RoomRow } from '#lib/contract.ts';

/** Those of the others that are not among the rooms. */
export function othersThan(rooms: readonly RoomRow[], others: readonly RoomRow[]): readonly RoomRow[] {
  const known = new Set(rooms.map(({ roomId }) => roomId));
  return others.filter(({ roomId }) => !known.has(roomId));
}
