import type { Derived } from '#projections/projection.ts';
import { Rows } from '#projections/rows.ts';
import type { TicketFactsRow } from '#projections/ticketPage/row.ts';

const TABLE = 'ticket_equipment';
const COLUMNS = ['id', 'ticket_id', 'equipment_id'];
const NONE: readonly string[] = [];
const thingsOf = (row: TicketFactsRow | null): readonly string[] => row?.equipmentIds ?? NONE;

/** Which tickets name a thing. */
export const ticketEquipment: Derived<TicketFactsRow> = {
  shape: {
    name: TABLE,
    id: 'id',
    doc: false,
    columns: { ticket_id: 'id', equipment_id: 'id' },
    indexes: [['equipment_id', 'ticket_id']],
  },
  follow: () => {
    const changed = new Map<string, readonly [ticketId: string, equipmentId: string] | null>();
    return {
      step: ({ key, before, after }) => {
        const [had, has] = [thingsOf(before), thingsOf(after)];
        if (had === has || had.length + has.length === 0) return;
        for (const thing of had) changed.set(`${key}/${thing}`, null);
        for (const thing of has) changed.set(`${key}/${thing}`, [key, thing]);
      },
      writes: () => {
        const entries = [...changed];
        const there = entries.flatMap(([id, pair]) => (pair ? [[id, ...pair]] : []));
        const gone = entries.flatMap(([id, pair]) => (pair ? [] : [id]));
        return [
          { kind: 'remove', table: TABLE, ids: gone },
          { kind: 'put', table: TABLE, columns: COLUMNS, rows: new Rows(there) },
        ];
      },
    };
  },
};
