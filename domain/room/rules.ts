import type { OpenedRoom, Room } from './room.ts';

export const isOpenedRoom = (room: Room): room is OpenedRoom => room.status !== 'Unopened';

export const samePlace = (
  a: { readonly name: string; readonly building: string; readonly floor: string },
  b: { readonly name: string; readonly building: string; readonly floor: string },
): boolean => a.name === b.name && a.building === b.building && a.floor === b.floor;
