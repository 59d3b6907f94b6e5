import { ticketStatus } from '#domain/ticket/words.ts';
import { isSqlite } from '#projections/database.ts';
import { docsOf, firstLine, lines, type Binding } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { NOW, ticketConditions, type TicketFilters } from './filters.ts';
import { after, orderOf, orderText, type Order } from './order.ts';
import type { TicketQueueRow } from './row.ts';

const COLUMNS = { updatedAt: 'updated_at', openedAt: 'opened_at', number: 'number', priority: 'priority' };
const SORTED = { updatedAt: 'sorted', openedAt: 'sorted', number: 'number', priority: 'sorted' };
const LIMIT = 50;
const MOST_BRANCHES = 24;

interface Statement {
  readonly sql: string;
  readonly bindings: readonly Binding[];
}

/** Which lines stand on a page, by their numbers: one more than was asked for, to know whether there are more. */
export interface TicketPage {
  readonly numbers: Statement;
  readonly order: Order;
  readonly limit: number;
}

/**
 * An index has its lines in order only within one status (and assignee). So a list of several, or of all, is put
 * together from the first lines of each: some fifty entries of an index each, however many tickets there are.
 */
function branchesOf(filters: TicketFilters, all: boolean): readonly TicketFilters[] {
  const { status, assignee, requester, room, category, tag, q, sort } = filters;
  const narrower = [requester, room, category, tag, q].some((one) => one !== undefined);
  if (narrower || !all || sort === 'number' || sort === '-number') return [filters];
  const statuses = new Set(status ?? ticketStatus.options);
  const branches = [...statuses].flatMap((one): TicketFilters[] =>
    assignee
      ? [...new Set(assignee)].map((person) => ({ ...filters, status: [one], assignee: [person] }))
      : [{ ...filters, status: [one] }],
  );
  return branches.length <= MOST_BRANCHES ? branches : [filters];
}

/** `all`: the viewer reads all tickets. Throws {@link BadCursor}. */
export function ticketPageOf(
  read: ReadDatabase,
  viewer: Viewer,
  { all, ...filters }: TicketFilters & { readonly all: boolean },
): TicketPage {
  const order = orderOf(filters.sort ?? '-updatedAt', COLUMNS);
  const limit = filters.limit ?? LIMIT;
  const first = `limit ${String(limit + 1)}`;
  const parts = branchesOf(filters, all).map((branch) => {
    const conditions = after(ticketConditions(read, viewer, branch, NOW), order, branch.cursor);
    const sql = `select number, ${order.column} as sorted from {ticket_queue} ${conditions.text} ${orderText(order)} ${first}`;
    return { sql, bindings: conditions.bindings };
  });
  const [only] = parts;
  if (only && parts.length === 1) return { numbers: only, order, limit };
  const union = parts.map(({ sql }, n) => `select * from (${sql}) part${String(n)}`).join(' union all ');
  const sql = `select number, sorted from (${union}) parts ${orderText(sortedBy(order))} ${first}`;
  return { numbers: { sql, bindings: parts.flatMap(({ bindings }) => bindings) }, order, limit };
}

const sortedBy = (order: Order): Order => ({ ...order, column: SORTED[order.field] });

const joined = ({ sql }: Statement): string =>
  `from (${sql}) page join {ticket_queue} q on q.number = page.number`;

export async function rowsOf(read: ReadDatabase, { numbers, order }: TicketPage): Promise<TicketQueueRow[]> {
  const sql = `select q.doc ${joined(numbers)} ${orderText(sortedBy(order), 'page')}`;
  return docsOf(await lines<{ doc: string }>(read, sql, numbers.bindings));
}

/** Rows as JSON texts. From MySQL they come as one value: that is cheaper to receive than a line each. */
export async function textsOf(read: ReadDatabase, { numbers, order }: TicketPage): Promise<string[]> {
  const inOrder = orderText(sortedBy(order), 'page');
  if (isSqlite(read.knex)) {
    const sql = `select q.doc ${joined(numbers)} ${inOrder}`;
    return (await lines<{ doc: string }>(read, sql, numbers.bindings)).map(({ doc }) => doc);
  }
  const sql = `select group_concat(q.doc ${inOrder} separator '\n') as docs ${joined(numbers)}`;
  const line = await firstLine<{ docs: string | null }>(read, sql, numbers.bindings);
  return line?.docs ? line.docs.split('\n') : [];
}
