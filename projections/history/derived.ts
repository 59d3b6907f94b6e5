import type { Recorded } from '#eventstore/journal.ts';
import type { Derived } from '#projections/projection.ts';
import type { Stamped } from '#projections/stamp.ts';
import type { ColumnType, RowChange, Shape, Value } from '#projections/write.ts';

/** `valid_to` of a state that still holds. */
export const STILL = 9_007_199_254_740_991;

interface History<R> {
  readonly table: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly indexes: Shape['indexes'];
  /** In the order of the columns. */
  readonly valuesOf: (row: R, event: Recorded) => Value[];
}

interface Line {
  readonly key: string;
  readonly values: Value[];
}

const OWN = { revision: 'integer', valid_from: 'ordinal', valid_to: 'ordinal' } as const;
const REVISION = 1;
const VALID_TO = 3;

/**
 * One line an event of a record: from when until when the state after it stood, what is asked of that state, and the
 * event, so that all else can be folded again. Lines are only added.
 */
export function historyOf<R extends Stamped>({ table, columns, indexes, valuesOf }: History<R>): Derived<R> {
  const told = ([position, { key, values }]: readonly [string, Line]): RowChange => ({
    table,
    key,
    before: null,
    row: null,
    revision: String(values[REVISION]),
    position,
  });
  const names = ['id', ...Object.keys(OWN), ...Object.keys(columns)];
  return {
    shape: { name: table, id: 'ordinal', doc: false, columns: { ...OWN, ...columns }, indexes },
    follow: () => {
      const lines = new Map<string, Line>();
      const closed: [Value, Value][] = [];
      const close = (before: R, validTo: number) => {
        const inBatch = lines.get(before.position);
        if (inBatch) inBatch.values[VALID_TO] = validTo;
        else closed.push([BigInt(before.position), validTo]);
      };
      return {
        step: ({ key, before, after, event }) => {
          // What happens to another record of which this one only takes notice is not its own story.
          if (!after || event.entityId !== key) return;
          const from = Date.parse(after.updatedAt);
          if (before) close(before, from);
          const own: Value[] = [event.position, Number(event.revision), from, STILL];
          lines.set(after.position, { key, values: own.concat(valuesOf(after, event)) });
        },
        writes: () => [
          { kind: 'assign', table, column: 'valid_to', pairs: closed },
          { kind: 'put', table, columns: names, rows: Array.from(lines.values(), ({ values }) => values) },
        ],
        changes: () => Array.from(lines, told),
      };
    },
  };
}
