import type { RowChange } from '#projections/write.ts';
import type { Touched } from './server.ts';

const TICKET_TABLES: ReadonlySet<string> = new Set([
  'ticket_queue',
  'ticket_page',
  'ticket_conversation',
  'ticket_history',
]);

type Row = Readonly<Record<string, unknown>>;

const field = (change: RowChange, name: string): string | undefined => {
  const value = ((change.row ?? change.before ?? {}) as Row)[name];
  return typeof value === 'string' ? value : undefined;
};

const peopleOf = (row: object | null): string[] => {
  const { requesterId, watchers } = (row ?? {}) as { requesterId?: string; watchers?: readonly string[] };
  return [...(requesterId === undefined ? [] : [requesterId]), ...(watchers ?? [])];
};

function leftBy({ table, before, row }: RowChange): string[] {
  if (table !== 'ticket_page') return [];
  const now = new Set(peopleOf(row));
  return peopleOf(before).filter((userId) => !now.has(userId));
}

const ticketOf = (change: RowChange): string => field(change, 'ticketId') ?? change.key;

const extremes = (changes: readonly RowChange[]): { first: bigint; last: bigint } => {
  const revisions = changes
    .filter(({ table }) => table !== 'ticket_conversation')
    .map(({ revision }) => BigInt(revision));
  const first = revisions.reduce((a, b) => (a < b ? a : b), revisions[0] ?? 0n);
  const last = revisions.reduce((a, b) => (a > b ? a : b), 0n);
  return { first, last };
};

/** Which tickets a commit has changed, and what of them. */
export function touchedBy(changes: readonly RowChange[]): Touched[] {
  const ofTickets = changes.filter(({ table, key }) => TICKET_TABLES.has(table) && key !== '*');
  return [...Map.groupBy(ofTickets, ticketOf)].map(([ticketId, some]) => {
    const { first, last } = extremes(some);
    return {
      ticketId,
      fromRevision: String(first),
      revision: String(last),
      said: some.flatMap((one) => (one.table === 'ticket_conversation' ? (field(one, 'eventId') ?? []) : [])),
      left: some.flatMap(leftBy),
    };
  });
}
