import type { Derived } from '#projections/projection.ts';
import { Rows } from '#projections/rows.ts';

const TABLE = 'stocktake_items';
const COLUMNS = ['id', 'stocktake_id', 'equipment_id', 'tag', 'place'];

/** What a stock-take expects, frozen when it starts. */
export const stocktakeItems = <R extends object>(): Derived<R> => ({
  shape: {
    name: TABLE,
    id: 'id',
    doc: false,
    columns: { stocktake_id: 'id', equipment_id: 'id', tag: 'name', place: 'integer' },
    indexes: [['stocktake_id', 'place']],
  },
  follow: () => {
    const rows = new Rows();
    return {
      step: ({ key, event }) => {
        if (event.type !== 'StocktakeStarted' || event.revision !== 0n) return;
        for (const [place, { equipmentId, tag }] of event.data.expected.entries())
          rows.add([`${key}/${equipmentId}`, key, equipmentId, tag, place]);
      },
      writes: () => [{ kind: 'put', table: TABLE, columns: COLUMNS, rows }],
    };
  },
});
