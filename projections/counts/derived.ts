import type { Derived } from '#projections/projection.ts';
import { Rows } from '#projections/rows.ts';
import type { ColumnType, Value } from '#projections/write.ts';

interface Counts<R> {
  readonly table: string;
  /** What is counted apart; '' in place of null. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly valuesOf: (row: R) => readonly string[];
}

interface Sum {
  readonly values: readonly Value[];
  readonly by: number;
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.every((value, index) => value === others[index]);

/** How many rows there are of each kind. */
export function countsOf<R extends object>({ table, columns, valuesOf }: Counts<R>): Derived<R> {
  const names = ['id', ...Object.keys(columns), 'count'];
  return {
    shape: { name: table, id: 'id', doc: false, columns: { ...columns, count: 'integer' }, indexes: [] },
    follow: () => {
      const sums = new Map<string, Sum>();
      const add = (row: R | null, by: number) => {
        if (!row) return;
        const values = valuesOf(row);
        const key = values.join('/');
        sums.set(key, { values, by: (sums.get(key)?.by ?? 0) + by });
      };
      const changed = () => [...sums].filter(([, { by }]) => by !== 0);
      let position = '';
      return {
        step: ({ before, after, event }) => {
          if (before && after && isSame(valuesOf(before), valuesOf(after))) return;
          add(before, -1);
          add(after, 1);
          position = String(event.position);
        },
        writes: () => {
          const rows = changed().map(([key, { values, by }]) => [key, ...values, by]);
          return [{ kind: 'put', table, columns: names, rows: new Rows(rows), adds: 'count' }];
        },
        changes: () =>
          changed().length > 0 ? [{ table, key: '*', before: null, row: null, revision: '', position }] : [],
      };
    },
  };
}
