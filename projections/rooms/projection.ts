import { roomEvents } from '#domain/room/events.ts';
import { name, text, word } from '#projections/columns.ts';
import { projection } from '#projections/projection.ts';
import { recordHistory } from '#projections/recordHistory/derived.ts';
import { shortWords } from '#projections/search.ts';
import { onRow, stamp, stamped, typesOf } from '#projections/stamp.ts';
import type { RoomRow } from './row.ts';

export const rooms = projection<RoomRow>({
  name: 'rooms',
  version: 2,
  columns: {
    name: name((row) => row.name),
    building: name((row) => row.building),
    status: word((row) => row.status),
    short_words: text((row) => shortWords(`${row.name} ${row.building}`)),
  },
  indexes: [['name']],
  fullText: ['name', 'building', 'short_words'],
  derived: [recordHistory('rooms')],
  on: stamped<RoomRow>(typesOf(roomEvents), {
    RoomOpened: (_, event) => ({
      roomId: event.entityId,
      ...event.data,
      status: 'Open',
      openedAt: event.at,
      ...stamp(null, event),
    }),
    RoomRenamed: onRow((row, { data }) => ({ ...row, ...data })),
    RoomClosed: onRow((row) => ({ ...row, status: 'Closed' })),
  }),
});
