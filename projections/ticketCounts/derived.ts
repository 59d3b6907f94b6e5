import type { Derived } from '#projections/projection.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';

const TABLE = 'ticket_counts';

type Counted = Pick<TicketQueueRow, 'status' | 'priority' | 'assigneeId'>;
const keyOf = ({ status, priority, assigneeId }: Counted): string =>
  `${status}/${priority}/${assigneeId ?? ''}`;

/** Counts of the queue's lines by status, priority and assignee ('' where there is none). */
export const ticketCounts: Derived<TicketQueueRow> = {
  shape: {
    name: TABLE,
    id: 'id',
    doc: false,
    columns: { status: 'word', priority: 'word', assignee_id: 'id', count: 'integer' },
    indexes: [],
  },
  follow: () => {
    const sums = new Map<string, { readonly of: Counted; readonly by: number }>();
    const add = (row: Counted | null, by: number) => {
      if (row) sums.set(keyOf(row), { of: row, by: (sums.get(keyOf(row))?.by ?? 0) + by });
    };
    let position = '';
    return {
      step: ({ before, after, event }) => {
        if (before && after && keyOf(before) === keyOf(after)) return;
        add(before, -1);
        add(after, 1);
        position = String(event.position);
      },
      done: () => {
        const rows = [...sums]
          .filter(([, { by }]) => by !== 0)
          .map(([key, { of, by }]) => [key, of.status, of.priority, of.assigneeId ?? '', by]);
        const columns = ['id', 'status', 'priority', 'assignee_id', 'count'];
        const change = { table: TABLE, key: '*', before: null, row: null, revision: '', position };
        return {
          writes: [{ kind: 'put', table: TABLE, columns, rows, adds: 'count' }],
          changes: rows.length > 0 ? [change] : [],
        };
      },
    };
  },
};
