import type { RoomRow } from '#lib/contract.ts';

/** So many rooms are at hand in pickers and filters; of more, others are looked for. */
export const ROOMS_AT_HAND = 500;

/** Whether a list of rooms as a page is given it has all that there are. */
export const areAllRooms = (rooms: readonly RoomRow[]): boolean => rooms.length < ROOMS_AT_HAND;
