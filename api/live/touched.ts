import type { TicketQueueRow } from '#api/contract/rows.ts';
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

/** Rows that change with what happens to another ticket, at a revision of that one. */
const OF_OTHERS: readonly string[] = ['ticket_conversation', 'ticket_page'];

const extremes = (changes: readonly RowChange[]): Pick<Touched, 'fromRevision' | 'revision'> => {
  const revisions = changes
    .filter(({ table }) => !OF_OTHERS.includes(table))
    .map(({ revision }) => BigInt(revision));
  const [any] = revisions;
  if (any === undefined) return { fromRevision: null, revision: '0' };
  const first = revisions.reduce((a, b) => (a < b ? a : b), any);
  const last = revisions.reduce((a, b) => (a > b ? a : b), any);
  return { fromRevision: String(first), revision: String(last) };
};

function saidBy(change: RowChange): string[] {
  if (change.table === 'stocktake_scans') return texts(field(change, 'scanId'));
  return change.table === 'ticket_conversation' ? texts(field(change, 'eventId')) : [];
}

const recordOf = (change: RowChange): string => {
  const of = tables[change.table];
  return `${of?.kind ?? ''} ${(of && field(change, of.field)) ?? change.key}`;
};

const survivorsIn = ({ table, before, row }: RowChange): string[] =>
  table === 'ticket_queue'
    ? [before, row].flatMap((one) => texts((one as Partial<TicketQueueRow> | null)?.merged?.into))
    : [];

const isCalledAnew = ({ table, before, row }: RowChange): boolean => {
  const [was, is] = [before as Partial<TicketQueueRow> | null, row as Partial<TicketQueueRow> | null];
  if (table !== 'ticket_queue' || !was || !is) return false;
  return was.title !== is.title || was.status !== is.status;
};

/** By the table: where its rows name things whose pages list the row's record. */
const namingThings: Readonly<Record<string, string>> = {
  ticket_page: 'equipmentIds',
  equipment_register: 'hostId',
};

/** Things whose pages list a ticket or a component, as it is or was. */
function namedBy({ table, before, row }: RowChange): string[] {
  const at = namingThings[table];
  return at === undefined ? [] : [before, row].flatMap((one) => texts((one as Row | null)?.[at]));
}

/** Nothing has happened to the record itself. */
export const shownElsewhere = (kind: Kind, id: string): Touched => ({
  kind,
  id,
  fromRevision: null,
  revision: '0',
  said: [],
  left: [],
  theirs: [],
  into: [],
  calledAnew: false,
});

/** Which records with screens of their own a commit has changed, and what of them. */
export function touchedBy(changes: readonly RowChange[]): Touched[] {
  const named = new Set(changes.flatMap(namedBy));
  const some = changes.filter(({ table, key }) => table in tables && key !== '*');
  const records = [...Map.groupBy(some, recordOf)].map(([record, of]): Touched => {
    const [kind = '', id = ''] = record.split(' ');
    return {
      kind: kind as Kind,
      id,
      ...extremes(of),
      said: of.flatMap(saidBy),
      left: of.flatMap(leftBy),
      theirs: of.flatMap(theirsBy),
      into: of.flatMap(survivorsIn),
      calledAnew: of.some(isCalledAnew),
    };
  });
  for (const { kind, id } of records) if (kind === 'thing') named.delete(id);
  return [...records, ...[...named].map((id) => shownElsewhere('thing', id))];
}
