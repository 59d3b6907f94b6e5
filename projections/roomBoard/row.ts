import type { RoomRow } from '#projections/rooms/row.ts';

/** A room with how much is in it, components too, and how much in use is lent from it or to it, or missing from it. */
export interface RoomBoardRow extends Pick<RoomRow, 'roomId' | 'name' | 'building' | 'floor' | 'status'> {
  readonly equipment: number;
  readonly lent: number;
  readonly missing: number;
}
