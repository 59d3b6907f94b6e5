import type { Derived } from '#projections/projection.ts';
import { entryOf } from '#projections/ticketHistory/derived.ts';
import type { Stamped } from '#projections/stamp.ts';
import type { Value } from '#projections/write.ts';

const COLUMNS = ['id', 'record_id', 'revision', 'entry', 'state'];

/** Every event of a record with the record's row after it; `<name>_history`. */
export function recordHistory<R extends Stamped>(name: string): Derived<R> {
  const table = `${name}_history`;
  return {
    shape: {
      name: table,
      id: 'ordinal',
      doc: false,
      columns: { record_id: 'id', revision: 'integer', entry: 'text', state: 'text' },
      indexes: [['record_id', 'revision']],
    },
    follow: (textOf) => {
      const rows: Value[][] = [];
      return {
        step: ({ key, after, event, look }) => {
          if (!after) return;
          const entry = JSON.stringify(entryOf(event, look));
          rows.push([event.position, key, Number(event.revision), entry, textOf(after)]);
        },
        done: () => ({ writes: [{ kind: 'put', table, columns: COLUMNS, rows }], changes: [] }),
      };
    },
  };
}
