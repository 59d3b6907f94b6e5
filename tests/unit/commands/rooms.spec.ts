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
const printer = { equipmentId: ids.equipment(1), tag: 'PR-1' };
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
  it('waits until nothing is in it', () =>
    given(aRoom(LAB))
      .when(closeRoom, {}, { ...asAdmin, told: { occupants: [printer, printer] } })
      .refuses('RoomOccupied', { count: 2 }));
  it('asks what is in it', () =>
    expect(closeRoom.asks({ input: {}, state: room.initial, id: LAB })).toEqual({ occupantsOf: LAB }));
  it('is for administrators', () =>
    given(aRoom(LAB)).when(closeRoom, {}, { id: LAB, actor: kim }).refuses('NotAllowed'));
});
