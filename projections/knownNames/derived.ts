import type { Derived } from '#projections/projection.ts';
import { Rows } from '#projections/rows.ts';
import type { KnownName } from './projection.ts';

const TABLE = 'known_names_history';

/** Every name that a person, a room or a category has had, by the position from which it had it. */
export const knownNamesHistory: Derived<KnownName> = {
  shape: {
    name: TABLE,
    id: 'ordinal',
    doc: false,
    columns: { record_id: 'id', name: 'name' },
    indexes: [['record_id']],
  },
  follow: () => {
    const rows = new Rows();
    return {
      step: ({ key, after, event }) => {
        if (after) rows.add([event.position, key, after.name]);
      },
      writes: () => [{ kind: 'put', table: TABLE, columns: ['id', 'record_id', 'name'], rows }],
    };
  },
};
