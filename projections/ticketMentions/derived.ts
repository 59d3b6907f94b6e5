import type { Recorded } from '#eventstore/journal.ts';
import type { Derived } from '#projections/projection.ts';
import { Rows } from '#projections/rows.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';

const TABLE = 'ticket_mentions';

type Row = TicketQueueRow | null;

const survivorOf = (row: Row): string | undefined => row?.merged?.into;

/** The other ticket that an event tells of; an unmerge tells of the one that was the survivor until then. */
function mentionedBy(event: Recorded, before: Row, after: Row): string | undefined {
  if (event.type === 'TicketsRelated' || event.type === 'TicketsUnrelated') return event.data.ticketId;
  const [had, has] = [survivorOf(before), survivorOf(after)];
  return had === has ? undefined : (has ?? had);
}

/** Which events of a ticket tell of another one: of merges and relations, and of their ends. */
export const ticketMentions: Derived<TicketQueueRow> = {
  shape: {
    name: TABLE,
    id: 'ordinal',
    doc: false,
    columns: { ticket_id: 'id', by_id: 'id', type: 'word' },
    indexes: [['ticket_id']],
  },
  follow: () => {
    const rows = new Rows();
    return {
      step: ({ key, before, after, event }) => {
        const mentioned = mentionedBy(event, before, after);
        if (mentioned !== undefined && mentioned !== key)
          rows.add([event.position, mentioned, key, event.type]);
      },
      writes: () => [{ kind: 'put', table: TABLE, columns: ['id', 'ticket_id', 'by_id', 'type'], rows }],
    };
  },
};
