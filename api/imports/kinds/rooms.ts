import type { RoomRow } from '#api/contract/rows.ts';
import { roomCommands } from '#commands/registry.ts';
import { contradict, creating, type Judge } from '../judge.ts';
import type { RowReader } from '../rowReader.ts';
import { plain, roomLabel } from './places.ts';

const { input } = roomCommands.openRoom;

type Said = Pick<RoomRow, 'name' | 'building' | 'floor'>;
const called = ({ name, building }: Omit<Said, 'floor'>): string => plain(`${building}\n${name}`);
const identity = (said: Said): string => `${called(said)}\n${plain(said.floor)}`;

/** The room that a row means, of those with its name and building. */
function meant(row: RowReader, said: Said, alike: readonly RoomRow[]): RoomRow | undefined {
  const same = alike.find((room) => identity(room) === identity(said));
  const [only, ...others] = alike;
  if (same || !only) return same;
  // Where one of the two tells no floor, it may well be the same room.
  if (others.length === 0) return said.floor === '' || only.floor === '' ? only : undefined;
  if (!row.has('floor')) row.fault('name', 'There are several rooms of this name; tell the floor, too.');
  return undefined;
}

/** A room is known by its name, building and floor; those that are closed are not in the way. */
export const judgeRooms: Judge = ({ standing }) => {
  const known = Map.groupBy(
    standing.rooms.filter(({ status }) => status === 'Open'),
    called,
  );
  return (row) => {
    const said = { name: row.text('name'), building: row.text('building'), floor: row.text('floor') };
    const stands = meant(row, said, known.get(called(said)) ?? []);
    const place = row.parsed(input, said);
    return {
      key: roomLabel(said),
      unique: { name: identity(said) },
      verdict: stands ? contradict(row, { ...stands }, { floor: said.floor }) : creating('openRoom', place),
    };
  };
};
