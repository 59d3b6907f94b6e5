import { roomCommands } from '#commands/registry.ts';
import { contradict, creating, type Judge } from '../judge.ts';

const { input } = roomCommands.openRoom;
const identity = ({ name, building }: { readonly name: string; readonly building: string }): string =>
  `${building}\n${name}`.normalize('NFKC').toLowerCase();

/** A room is known by its name and building; those that are closed are not in the way. */
export const judgeRooms: Judge = ({ standing }) => {
  const open = standing.rooms.filter(({ status }) => status === 'Open');
  const known = new Map(open.map((room) => [identity(room), room]));
  return (row) => {
    const said = { name: row.text('name'), building: row.text('building'), floor: row.text('floor') };
    const stands = known.get(identity(said));
    const place = row.parsed(input, said);
    return {
      key: said.building === '' ? said.name : `${said.building}, ${said.name}`,
      unique: { name: identity(said) },
      verdict: stands ? contradict(row, { ...stands }, { floor: said.floor }) : creating('openRoom', place),
    };
  };
};
