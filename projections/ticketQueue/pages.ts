import { ticketStatus } from '#domain/ticket/words.ts';
import { isSqlite } from '#projections/database.ts';
import { lines, type Binding } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { NOW, personally, ticketConditions, type TicketFilters } from './filters.ts';
import { after, orderOf, orderText, type Order } from './order.ts';

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
 * An index has its lines in order only within one status (of an assignee, of a category). So a list of several, or of
 * all, is put together from the first lines of each: some fifty entries of an index each, however many tickets there are.
 */
function branchesOf(filters: TicketFilters, all: boolean): readonly TicketFilters[] {
  const { requester, room, tag, q, sort } = filters;
  const narrower = [requester, room, tag, q].some((one) => one !== undefined);
  if (narrower || !all || sort === 'number' || sort === '-number') return [filters];
  const statuses = new Set(filters.status ?? ticketStatus.options);
  const parts = partsOf(filters);
  if (statuses.size * parts.length > MOST_BRANCHES) return [filters];
  return [...statuses].flatMap((status) => parts.map((part) => ({ ...filters, ...part, status: [status] })));
}

function partsOf({ assignee, category }: TicketFilters): readonly Partial<TicketFilters>[] {
  if (assignee) return [...new Set(assignee)].map((one) => ({ assignee: [one] }));
  if (category) return [...new Set(category)].map((one) => ({ category: [one] }));
  return [{}];
}

/** `all`: the viewer reads all tickets. Throws {@link BadCursor}. */
export function ticketPageOf(
  read: ReadDatabase,
  viewer: Viewer,
  { all, ...asked }: TicketFilters & { readonly all: boolean },
): TicketPage {
  const filters = personally(viewer, asked);
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
  const union = parts.map(({ sql }) => (isSqlite(read.knex) ? `select * from (${sql})` : `(${sql})`));
  const sql = `${union.join(' union all ')} ${orderText(sortedBy(order))} ${first}`;
  return { numbers: { sql, bindings: parts.flatMap(({ bindings }) => bindings) }, order, limit };
}

const sortedBy = (order: Order): Order => ({ ...order, column: SORTED[order.field] });

/** The rows of a page as JSON texts, in order. */
export async function textsOf(read: ReadDatabase, { numbers, order }: TicketPage): Promise<string[]> {
  const sql = `select q.doc from (${numbers.sql}) page join {ticket_queue} q on q.number = page.number
    ${orderText(sortedBy(order), 'page')}`;
  return (await lines<{ doc: string }>(read, sql, numbers.bindings)).map(({ doc }) => doc);
}
