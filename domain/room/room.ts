import type { Aggregate, Happened } from '../event.ts';
import type { RoomEvent } from './events.ts';

export interface OpenedRoom {
  readonly status: 'Open' | 'Closed';
  readonly name: string;
  readonly building: string;
  readonly floor: string;
}
export type Room = { readonly status: 'Unopened' } | OpenedRoom;

function evolve(state: Room, event: Happened<RoomEvent>): Room {
  if (state.status === 'Unopened')
    return event.type === 'RoomOpened' ? { status: 'Open', ...event.data } : state;
  switch (event.type) {
    case 'RoomOpened':
      return state;
    case 'RoomRenamed':
      return { ...state, ...event.data };
    case 'RoomClosed':
      return { ...state, status: 'Closed' };
    default:
      return event satisfies never;
  }
}

export const room: Aggregate<Room, RoomEvent> = { category: 'room', initial: { status: 'Unopened' }, evolve };
