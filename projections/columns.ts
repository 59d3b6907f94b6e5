import type { Column } from './projection.ts';
import type { Value } from './write.ts';

type Of<R> = (row: R) => Value;
export const id = <R>(of: Of<R>): Column<R> => ({ type: 'id', of });
export const word = <R>(of: Of<R>): Column<R> => ({ type: 'word', of });
export const name = <R>(of: Of<R>): Column<R> => ({ type: 'name', of });
export const text = <R>(of: Of<R>): Column<R> => ({ type: 'text', of });
export const integer = <R>(of: Of<R>): Column<R> => ({ type: 'integer', of });
export const ordinal = <R>(of: Of<R>): Column<R> => ({ type: 'ordinal', of });

/** Milliseconds since 1970 of an instant, for a column that is sorted by it. */
export const instant = <R>(of: (row: R) => string | null): Column<R> => ({
  type: 'ordinal',
  of: (row) => {
    const at = of(row);
    return at === null ? null : Date.parse(at);
  },
});

/** A field that is kept as JSON apart from the row's own. */
export const json = <R>(of: (row: R) => object): Column<R> => ({
  type: 'text',
  of: (row) => JSON.stringify(of(row)),
  read: (value) => JSON.parse(String(value)) as unknown,
});
