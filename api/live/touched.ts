import type { RowChange } from '#projections/write.ts';
import type { Touched } from './server.ts';

type Row = Readonly<Record<string, unknown>>;
type Kind = Touched['kind'];

/** The tables whose rows are of a record that has a screen of its own, and the field with its id where it is not the key. */
const tables: Readonly<Record<string, { readonly kind: Kind; readonly field: string }>> = {
  ticket_queue: { kind: 'ticket', field: 'ticketId' },
  ticket_page: { kind: 'ticket', field: 'ticketId' },
  ticket_conversation: { kind: 'ticket', field: 'ticketId' },
  ticket_history: { kind: 'ticket', field: 'ticketId' },
  equipment_register: { kind: 'thing', field: 'equipmentId' },
  equipment_history: { kind: 'thing', field: 'equipmentId' },
  stocktakes: { kind: 'stocktake', field: 'stocktakeId' },
  stocktake_scans: { kind: 'stocktake', field: 'stocktakeId' },
};

const field = (change: RowChange, name: string): string | undefined => {
  const value = ((change.row ?? change.before ?? {}) as Row)[name];
  return typeof value === 'string' ? value : undefined;
};

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');

/** Whose own a row is, or who takes part in it. */
function peopleOf(table: string, row: object | null): string[] {
  const { requesterId, watchers, holderId } = (row ?? {}) as Row;
  if (table === 'ticket_page') return [...texts(requesterId), ...texts(watchers)];
  return table === 'equipment_register' ? texts(holderId) : [];
}

function leftBy({ table, before, row }: RowChange): string[] {
  const now = new Set(peopleOf(table, row));
  return peopleOf(table, before).filter((userId) => !now.has(userId));
}

const theirsBy = ({ table, row }: RowChange): string[] =>
  table === 'equipment_register' ? peopleOf(table, row) : [];

const extremes = (changes: readonly RowChange[]): { first: bigint; last: bigint } => {
  const revisions = changes
    .filter(({ table }) => table !== 'ticket_conversation')
    .map(({ revision }) => BigInt(revision));
  const first = revisions.reduce((a, b) => (a < b ? a : b), revisions[0] ?? 0n);
  const last = revisions.reduce((a, b) => (a > b ? a : b), 0n);
  return { first, last };
};

function saidBy(change: RowChange): string[] {
  if (change.table === 'stocktake_scans') return texts(field(change, 'scanId'));
  return change.table === 'ticket_conversation' ? texts(field(change, 'eventId')) : [];
}

const recordOf = (change: RowChange): string => {
  const of = tables[change.table];
  return `${of?.kind ?? ''} ${(of && field(change, of.field)) ?? change.key}`;
};

/** Things whose pages list a ticket, as it is or was. */
const namedBy = ({ table, before, row }: RowChange): string[] =>
  table === 'ticket_page' ? [before, row].flatMap((one) => texts((one as Row | null)?.['equipmentIds'])) : [];

/** Nothing has happened to the thing itself. */
const shownElsewhere = (id: string): Touched => ({
  kind: 'thing',
  id,
  fromRevision: null,
  revision: '0',
  said: [],
  left: [],
  theirs: [],
});

/** Which records with screens of their own a commit has changed, and what of them. */
export function touchedBy(changes: readonly RowChange[]): Touched[] {
  const named = new Set(changes.flatMap(namedBy));
  const some = changes.filter(({ table, key }) => table in tables && key !== '*');
  const records = [...Map.groupBy(some, recordOf)].map(([record, of]): Touched => {
    const [kind = '', id = ''] = record.split(' ');
    const { first, last } = extremes(of);
    return {
      kind: kind as Kind,
      id,
      fromRevision: String(first),
      revision: String(last),
      said: of.flatMap(saidBy),
      left: of.flatMap(leftBy),
      theirs: of.flatMap(theirsBy),
    };
  });
  for (const { kind, id } of records) if (kind === 'thing') named.delete(id);
  return [...records, ...[...named].map(shownElsewhere)];
}
