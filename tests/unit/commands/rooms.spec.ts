import { describe, expect, it } from 'vitest';
import { closeRoom } from '#commands/room/closeRoom.ts';
import { openRoom } from '#commands/room/openRoom.ts';
import { renameRoom } from '#commands/room/renameRoom.ts';
import type { RoomEvent } from '#domain/room/events.ts';
import { room } from '#domain/room/room.ts';
import { given } from '#tests/support/given.ts';
import { LAB, ada, ana, ids, kim } from '#tests/support/people.ts';
import { aRoom, roomOpened } from '#tests/support/records.ts';

const asAdmin = { id: LAB, actor: ada };
const renamed = (name: string, building = '', floor = ''): RoomEvent => ({
  type: 'RoomRenamed',
  data: { name, building, floor },
});
const closed: RoomEvent = { type: 'RoomClosed', data: {} };

describe('opening a room', () => {
  it('needs only a name', () => given().when(openRoom, { name: ' Lab ' }, asAdmin).then(roomOpened('Lab')));
  it('is done once', () => given(aRoom(LAB)).when(openRoom, { name: 'Lab' }, asAdmin).then());
  it('does not change a room that stands', () =>
    given(aRoom(LAB)).when(openRoom, { name: 'Hall' }, asAdmin).refuses('AlreadyExists'));
  it('is for administrators', () =>
    given().when(openRoom, { name: 'Lab' }, { id: LAB, actor: kim }).refuses('NotAllowed'));
});

describe('renaming a room', () => {
  it('keeps where it is', () =>
    given(aRoom(LAB, renamed('Lab', 'Main', '2')))
      .when(renameRoom, { name: 'Print shop' }, asAdmin)
      .then(renamed('Print shop', 'Main', '2')));
  it('can say where it is', () =>
    given(aRoom(LAB))
      .when(renameRoom, { name: 'Lab', building: 'Annex' }, asAdmin)
      .then(renamed('Lab', 'Annex')));
  it('does nothing where all is so already', () =>
    given(aRoom(LAB)).when(renameRoom, { name: 'Lab' }, asAdmin).then());
  it('is over once the room is closed', () =>
    given(aRoom(LAB, closed)).when(renameRoom, { name: 'Hall' }, asAdmin).refuses('RoomClosed'));
  it('needs a room', () => given().when(renameRoom, { name: 'Hall' }, asAdmin).refuses('NotFound'));
  it('is for administrators', () =>
    given(aRoom(LAB)).when(renameRoom, { name: 'Hall' }, { id: LAB, actor: ana }).refuses('NotAllowed'));
});

describe('closing a room', () => {
  it('takes it out of use', () => given(aRoom(LAB)).when(closeRoom, {}, asAdmin).then(closed));
  it('is done once', () => given(aRoom(LAB, closed)).when(closeRoom, {}, asAdmin).then());
  const things = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ equipmentId: ids.equipment(n), tag: `PR-${String(n + 1)}` }));
  it('waits until nothing is in it, and names what is', () =>
    given(aRoom(LAB))
      .when(closeRoom, {}, { ...asAdmin, told: { occupants: things(2) } })
      .refuses('RoomOccupied', { count: 2, tags: 'PR-1, PR-2' }));
  it('names a dozen of what is in it', () =>
    given(aRoom(LAB))
      .when(closeRoom, {}, { ...asAdmin, told: { occupants: things(40) } })
      .refuses('RoomOccupied', {
        count: 40,
        tags: 'PR-1, PR-2, PR-3, PR-4, PR-5, PR-6, PR-7, PR-8, PR-9, PR-10, PR-11, PR-12',
      }));
  it('waits for signatures on what was lent from it, and would come back', () =>
    given(aRoom(LAB))
      .when(closeRoom, {}, { ...asAdmin, told: { awaited: things(2) } })
      .refuses('LoansAwaited', { count: 2, tags: 'PR-1, PR-2' }));
  it('asks what is in it, and what may come back', () =>
    expect(closeRoom.asks({ input: {}, state: room.initial, id: LAB })).toEqual({
      occupantsOf: LAB,
      awaitedBackIn: LAB,
    }));
  it('is for administrators', () =>
    given(aRoom(LAB)).when(closeRoom, {}, { id: LAB, actor: kim }).refuses('NotAllowed'));
});
