import type { Derived } from '#projections/projection.ts';
import { Rows } from '#projections/rows.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';

const TABLE = 'ticket_tags';
const COLUMNS = ['id', 'ticket_id', 'tag'];

interface Tagging {
  readonly had: number;
  readonly tags: readonly string[];
}

const NONE: readonly string[] = [];
const tagsOf = (row: TicketQueueRow | null): readonly string[] => row?.tags ?? NONE;
const idOf = (ticketId: string, index: number): string => `${ticketId}/${String(index)}`;

/** Which tickets have a tag, so that they are found by it. */
export const ticketTags: Derived<TicketQueueRow> = {
  shape: {
    name: TABLE,
    id: 'id',
    doc: false,
    columns: { ticket_id: 'id', tag: 'name' },
    indexes: [['tag', 'ticket_id']],
  },
  follow: () => {
    const changed = new Map<string, Tagging>();
    return {
      step: ({ key, before, after }) => {
        const [had, tags] = [tagsOf(before), tagsOf(after)];
        if (had === tags || had.length + tags.length === 0) return;
        changed.set(key, { had: changed.get(key)?.had ?? had.length, tags });
      },
      writes: () => {
        const entries = [...changed];
        const there = entries.flatMap(([ticketId, { tags }]) =>
          tags.map((tag, index) => [idOf(ticketId, index), ticketId, tag]),
        );
        const gone = entries.flatMap(([ticketId, { had, tags }]) =>
          Array.from({ length: Math.max(0, had - tags.length) }, (_, n) => idOf(ticketId, tags.length + n)),
        );
        return [
          { kind: 'remove', table: TABLE, ids: gone },
          { kind: 'put', table: TABLE, columns: COLUMNS, rows: new Rows(there) },
        ];
      },
    };
  },
};
