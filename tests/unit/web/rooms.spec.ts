import { describe, expect, it } from 'vitest';
import type { RoomRow } from '#api/contract/rows.ts';
import { chipsOf } from '../../../web/src/lib/queue/filterChoices.ts';
import { filtersOf } from '../../../web/src/lib/queue/filters.ts';
import { en } from '../../../web/src/lib/messages/en.ts';
import { namesakes, roomInFull } from '../../../web/src/lib/rooms/naming.ts';
import { calledInFull, roomOptions } from '../../../web/src/lib/ui/options.ts';

const room = (roomId: string, name: string, building = '', floor = ''): RoomRow => ({
  roomId,
  name,
  building,
  floor,
  status: 'Open',
  openedAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  revision: '0',
  position: '0',
});
const rooms = [
  room('a', 'Lab', 'Main', '2'),
  room('b', 'lab', 'Annex'),
  room('c', 'Hall', 'Main'),
  room('d', 'Lab'),
];

describe('Rooms of one name', () => {
  it('are told apart by where they are, and others need not be', () =>
    expect([...namesakes(rooms)]).toEqual([
      ['a', 'Main'],
      ['b', 'Annex'],
      ['d', ''],
    ]));
  it('of one building are told apart by the floor too', () =>
    expect([...namesakes([...rooms, room('e', 'Lab', 'Main', '3')]).values()]).toEqual([
      'Main, 2',
      'Annex',
      '',
      'Main, 3',
    ]));
  it('are called in full where they are chosen, in pickers and in filters', () => {
    expect(rooms.map(roomInFull)).toEqual(['Lab (Main, 2)', 'lab (Annex)', 'Hall (Main)', 'Lab']);
    expect(roomOptions(rooms).map(calledInFull)).toEqual(rooms.map(roomInFull));
  });
  it('are told apart on the chips of a list, closed as they may be', () => {
    const choices = {
      rooms: [room('a', 'Lab', 'Main', '2'), { ...room('b', 'Lab', 'Annex'), status: 'Closed' as const }],
      categories: [],
      assignable: [],
    };
    const chips = chipsOf(filtersOf(new URLSearchParams('room=a,b')), choices, en);
    expect(chips.map(({ value }) => value)).toEqual(['Lab (Main, 2)', 'Lab (Annex)']);
  });
});
