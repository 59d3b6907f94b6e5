import { name } from '#projections/columns.ts';
import { projection } from '#projections/projection.ts';
import { knownNamesHistory } from './derived.ts';
import { ERASED_USER, nameShown } from '#projections/words.ts';

export interface KnownName {
  readonly name: string;
}

/** The names of people, rooms and categories, from which `look` is loaded when the process starts. */
export const knownNames = projection<KnownName>({
  name: 'known_names',
  version: 1,
  columns: { name: name((row) => row.name) },
  indexes: [],
  derived: [knownNamesHistory],
  on: {
    UserRegistered: (_, { data }) => ({ name: nameShown(data.name) }),
    UserDetailsCorrected: (_, { data }) => ({ name: nameShown(data.name) }),
    UserErased: () => ({ name: ERASED_USER }),
    RoomOpened: (_, { data }) => ({ name: data.name }),
    RoomRenamed: (_, { data }) => ({ name: data.name }),
    CategoryCreated: (_, { data }) => ({ name: data.name }),
    CategoryRenamed: (_, { data }) => ({ name: data.name }),
  },
});
