import { lineKey } from '#domain/stocktake/stocktake.ts';
import type { Derived } from '#projections/projection.ts';
import { Rows } from '#projections/rows.ts';

const TABLE = 'stocktake_left';
const COLUMNS = ['id', 'stocktake_id', 'line', 'position'];

/** The lines of a report that are left as they are. */
export const stocktakeLeft = <R extends object>(): Derived<R> => ({
  shape: {
    name: TABLE,
    id: 'id',
    doc: false,
    columns: { stocktake_id: 'id', line: 'id', position: 'ordinal' },
    indexes: [['stocktake_id']],
  },
  follow: () => {
    const rows = new Rows();
    return {
      step: ({ key, after, event }) => {
        if (!after || event.type !== 'StocktakeLineLeft') return;
        const line = lineKey(event.data);
        rows.add([`${key}/${line}`, key, line, event.position]);
      },
      writes: () => [{ kind: 'put', table: TABLE, columns: COLUMNS, rows }],
    };
  },
});
