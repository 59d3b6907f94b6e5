import { correlationIn, keptEntry } from '#projections/entry.ts';
import type { Derived } from '#projections/projection.ts';
import { Rows } from '#projections/rows.ts';

const COLUMNS = ['id', 'record_id', 'revision', 'correlation_id', 'entry', 'state'];

/** Every event of a record with the record's row after it; `<name>_history`. */
export function recordHistory<R extends object>(name: string): Derived<R> {
  const table = `${name}_history`;
  return {
    shape: {
      name: table,
      id: 'ordinal',
      doc: false,
      columns: { record_id: 'id', revision: 'integer', correlation_id: 'id', entry: 'text', state: 'text' },
      indexes: [['record_id', 'revision'], ['correlation_id']],
    },
    follow: (textOf) => {
      const rows = new Rows();
      return {
        step: ({ key, after, event }) => {
          if (!after) return;
          const { position, revision, meta } = event;
          rows.add([position, key, Number(revision), correlationIn(meta), keptEntry(event), textOf(after)]);
        },
        writes: () => [{ kind: 'put', table, columns: COLUMNS, rows }],
      };
    },
  };
}
