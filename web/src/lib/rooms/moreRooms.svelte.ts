import { untrack } from 'svelte';
import type { RoomRow } from '#lib/contract.ts';
import { areAllRooms } from './atHand.ts';
import { othersThan } from './othersThan.ts';
import { findRoom, findRooms } from '#lib/ticket/choices.ts';

const WAIT_MS = 120;
/** Rooms that were looked for since the page was opened. It is filled in the browser only. */
let found = $state.raw<readonly RoomRow[]>([]);
let timer: ReturnType<typeof setTimeout> | undefined;

function learn(rooms: readonly RoomRow[]): void {
  const more = othersThan(found, rooms);
  if (more.length > 0) found = [...found, ...more];
}

/** The rooms at hand with those that were looked for. */
export const withFound = (rooms: readonly RoomRow[]): readonly RoomRow[] =>
  areAllRooms(rooms) ? rooms : [...rooms, ...othersThan(rooms, found)];

/** Looks for rooms by what is being typed. */
export function lookForRooms(text: string): void {
  clearTimeout(timer);
  if (text.trim() !== '') timer = setTimeout(() => void findRooms(text).then(learn), WAIT_MS);
}

/** Looks for rooms that are chosen already and not at hand. */
export function learnRooms(chosen: readonly string[], rooms: readonly RoomRow[]): void {
  if (areAllRooms(rooms)) return;
  const known = untrack(() => withFound(rooms));
  for (const id of chosen.filter((one) => !known.some(({ roomId }) => roomId === one)))
    void findRoom(id).then((room) => {
      learn(room ? [room] : []);
    });
}
