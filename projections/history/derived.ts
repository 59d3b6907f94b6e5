import type { Recorded } from '#eventstore/journal.ts';
import type { Derived } from '#projections/projection.ts';
import type { Stamped } from '#projections/stamp.ts';
import { Rows } from '#projections/rows.ts';
import type { Row } from '#projections/rowFile.ts';
import type { ColumnType, RowChange, Shape, Value } from '#projections/write.ts';

/** `valid_to` of a state that still holds. */
export const STILL = 9_007_199_254_740_991;

interface History<R> {
  readonly table: string;
  /** The column of the record's id. */
  readonly record: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly indexes: Shape['indexes'];
  /** In the order of the columns. */
  readonly valuesOf: (row: R, event: Recorded) => Value[];
}

/**
 * One line an event of a record: from when until when the state after it stood, what is asked of that state, and the
 * event, so that all else can be folded again. Lines are only added.
 */
export function historyOf<R extends Stamped>(history: History<R>): Derived<R> {
  const { table, record, columns, indexes, valuesOf } = history;
  const all: Shape['columns'] = {
    ...{ revision: 'integer', [record]: 'id', ...columns },
    // The last: it is amended where the next event comes with the same batch.
    ...{ valid_from: 'ordinal', valid_to: 'ordinal' },
  };
  const told = ([position, revision, key]: Row): RowChange => ({
    table,
    key: String(key),
    before: null,
    row: null,
    revision: String(revision),
    position: String(position),
  });
  return {
    shape: { name: table, id: 'ordinal', doc: false, columns: all, indexes },
    follow: () => {
      const rows = new Rows();
      const inBatch = new Map<string, number>();
      const closed: [Value, Value][] = [];
      const close = (before: R, validTo: number) => {
        const index = inBatch.get(before.position);
        if (index === undefined) closed.push([BigInt(before.position), validTo]);
        else rows.amend(index, validTo);
      };
      return {
        step: ({ key, before, after, event }) => {
          // What happens to another record of which this one only takes notice is not its own story.
          if (!after || event.entityId !== key) return;
          const from = Date.parse(after.updatedAt);
          if (before) close(before, from);
          const { position, revision } = event;
          const row = [position, Number(revision), key, ...valuesOf(after, event), from, STILL];
          inBatch.set(after.position, rows.add(row));
        },
        writes: () => [
          { kind: 'assign', table, column: 'valid_to', pairs: closed },
          { kind: 'put', table, columns: ['id', ...Object.keys(all)], rows },
        ],
        changes: () => Array.from(rows, told),
      };
    },
  };
}
