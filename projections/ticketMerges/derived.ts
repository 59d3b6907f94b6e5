import type { Derived } from '#projections/projection.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';

const TABLE = 'ticket_merges';

/** Which tickets were ever merged into one, also where that was taken back since. */
export const ticketMerges: Derived<TicketQueueRow> = {
  shape: {
    name: TABLE,
    id: 'id',
    doc: false,
    columns: { ticket_id: 'id', into_id: 'id' },
    indexes: [['into_id']],
  },
  follow: () => {
    const merges = new Map<string, readonly [ticketId: string, intoId: string]>();
    return {
      step: ({ key, before, after }) => {
        const into = after?.merged?.into;
        if (into !== undefined && into !== before?.merged?.into) merges.set(`${key}/${into}`, [key, into]);
      },
      writes: () => {
        const rows = [...merges].map(([id, pair]) => [id, ...pair]);
        const columns = ['id', 'ticket_id', 'into_id'];
        return [{ kind: 'put', table: TABLE, columns, rows }];
      },
    };
  },
};
