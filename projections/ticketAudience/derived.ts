import type { Derived } from '#projections/projection.ts';
import { Rows } from '#projections/rows.ts';
import type { TicketFactsRow } from '#projections/ticketPage/row.ts';
import type { TicketAudienceRow } from './row.ts';

const TABLE = 'ticket_audience';
const COLUMNS = ['id', 'user_id', 'ticket_id', 'part'];

const idOf = ({ userId, ticketId, part }: TicketAudienceRow): string =>
  `${userId}/${ticketId}/${part[0] ?? ''}`;

function membersOf(facts: TicketFactsRow | null): TicketAudienceRow[] {
  if (!facts) return [];
  const { ticketId, requesterId, watchers } = facts;
  return [
    { ticketId, userId: requesterId, part: 'requester' },
    ...watchers.map((userId): TicketAudienceRow => ({ ticketId, userId, part: 'watcher' })),
  ];
}

export const ticketAudience: Derived<TicketFactsRow> = {
  shape: {
    name: TABLE,
    id: 'id',
    doc: false,
    columns: { user_id: 'id', ticket_id: 'id', part: 'word' },
    indexes: [['user_id', 'ticket_id'], ['ticket_id']],
  },
  follow: () => {
    const changed = new Map<string, TicketAudienceRow | null>();
    const note = (member: TicketAudienceRow, there: boolean) =>
      changed.set(idOf(member), there ? member : null);
    return {
      step: ({ before, after }) => {
        if (before?.watchers === after?.watchers) return;
        for (const member of membersOf(before)) note(member, false);
        for (const member of membersOf(after)) note(member, true);
      },
      writes: () => {
        const entries = [...changed];
        const there = entries.flatMap(([id, row]) => (row ? [[id, row.userId, row.ticketId, row.part]] : []));
        const gone = entries.flatMap(([id, row]) => (row ? [] : [id]));
        return [
          { kind: 'remove', table: TABLE, ids: gone },
          { kind: 'put', table: TABLE, columns: COLUMNS, rows: new Rows(there) },
        ];
      },
    };
  },
};
