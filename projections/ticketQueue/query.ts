import type { Policy } from '#domain/ticket/rules.ts';
import { isSqlite } from '#projections/database.ts';
import { firstLine, lines, docsOf, readsAll } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { listTicketsAsOf } from '#projections/ticketHistory/asOf.ts';
import { queueRowFor } from '#projections/visible.ts';
import { takingPart, ticketConditions, type TicketFilters } from './filters.ts';
import { after, cursorAfter, orderOf, orderText, type Order } from './order.ts';
import type { TicketQueueRow } from './row.ts';
import { Conditions } from '#projections/reader.ts';

const COLUMNS = { updatedAt: 'updated_at', openedAt: 'opened_at', number: 'number', priority: 'priority' };
const LIMIT = 50;

interface Asked {
  readonly sql: string;
  readonly bindings: Conditions['bindings'];
  readonly order: Order;
  readonly limit: number;
}

/** One line more than was asked for, to know whether there are more. */
function ask(read: ReadDatabase, viewer: Viewer, filters: TicketFilters): Asked {
  const order = orderOf(filters.sort ?? '-updatedAt', COLUMNS);
  const limit = filters.limit ?? LIMIT;
  const tail = `${orderText(order)} limit ${String(limit + 1)}`;
  const one = (of: TicketFilters) => {
    const conditions = after(ticketConditions(read, viewer, of, 'id'), order, of.cursor);
    const select = `select doc, number, ${order.column} as sorted from {ticket_queue} ${conditions.text} ${tail}`;
    return { sql: select, bindings: conditions.bindings };
  };
  if (!mergesStatuses(filters)) return { ...one(filters), order, limit };
  const parts = (filters.status ?? []).map((status) => one({ ...filters, status: [status] }));
  const union = parts.map(({ sql }) => `select * from (${sql}) part`).join(' union all ');
  const merged = { ...order, column: order.column === 'number' ? 'number' : 'sorted' };
  return {
    sql: `select doc, number, sorted from (${union}) parts ${orderText(merged)} limit ${String(limit + 1)}`,
    bindings: parts.flatMap(({ bindings }) => bindings),
    order,
    limit,
  };
}

/** Several statuses and nothing narrower: the first lines of each come ready from the index, then they are merged. */
const mergesStatuses = ({ status, assignee, requester, room, category, tag, q }: TicketFilters): boolean =>
  (status?.length ?? 0) > 1 &&
  [assignee, requester, room, category, tag, q].every((one) => one === undefined);

/** Tickets that the viewer may read. Throws {@link BadCursor}. */
export async function listTickets(
  read: ReadDatabase,
  viewer: Viewer,
  filters: TicketFilters,
): Promise<Page<TicketQueueRow>> {
  if (filters.asOf !== undefined) return listTicketsAsOf(read, viewer, { ...filters, asOf: filters.asOf });
  const asked = ask(read, viewer, filters);
  const rows = docsOf<TicketQueueRow>(await lines<{ doc: string }>(read, asked.sql, asked.bindings));
  const items = rows.slice(0, asked.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => queueRowFor(viewer, row)),
    next: rows.length > asked.limit && last ? cursorAfter(last, asked.order) : null,
  };
}

/** The same with `items` as the text of a JSON array, which staff is given as the rows are stored. */
export async function listTicketsJson(
  read: ReadDatabase,
  viewer: Viewer,
  filters: TicketFilters,
): Promise<{ readonly items: string; readonly next: string | null }> {
  if (filters.asOf !== undefined || !readsAll(viewer, 'internalNotes')) {
    const { items, next } = await listTickets(read, viewer, filters);
    return { items: JSON.stringify(items), next };
  }
  const asked = ask(read, viewer, filters);
  const texts = await textsOf(read, asked);
  const items = texts.slice(0, asked.limit);
  const last = items.at(-1);
  const more = texts.length > asked.limit && last !== undefined;
  return {
    items: `[${items.join(',')}]`,
    next: more ? cursorAfter(JSON.parse(last) as TicketQueueRow, asked.order) : null,
  };
}

/** Rows as JSON texts. From MySQL they come as one value: that is cheaper to receive than a line each. */
async function textsOf(read: ReadDatabase, { sql, bindings, order }: Asked): Promise<string[]> {
  if (isSqlite(read.knex)) return (await lines<{ doc: string }>(read, sql, bindings)).map(({ doc }) => doc);
  const inOrder = orderText({ ...order, column: order.column === 'number' ? 'number' : 'sorted' });
  const all = `select group_concat(doc ${inOrder} separator '\n') as docs from (${sql}) found`;
  const line = await firstLine<{ docs: string | null }>(read, all, bindings);
  return line?.docs ? line.docs.split('\n') : [];
}

export async function ticketsByIds(
  read: ReadDatabase,
  viewer: Viewer,
  ids: readonly string[],
): Promise<TicketQueueRow[]> {
  if (ids.length === 0) return [];
  const conditions = new Conditions().oneOf('id', ids);
  if (!readsAll(viewer, 'tickets')) takingPart(conditions, 'id', viewer);
  const sql = `select doc from {ticket_queue} ${conditions.text} order by number`;
  const rows = docsOf<TicketQueueRow>(await lines<{ doc: string }>(read, sql, conditions.bindings));
  return rows.map((row) => queueRowFor(viewer, row));
}

/** Tickets whose time has come: those that go on after waiting, and those that close by themselves. */
export async function dueTickets(
  read: ReadDatabase,
  now: string,
  { closeAfterDays }: Policy,
): Promise<{ readonly resume: readonly string[]; readonly close: readonly string[] }> {
  const sql = `select id, status from {ticket_queue} where (status = 'Pending' and due_at <= ?)
    or (status = 'Resolved' and due_at <= ?) order by due_at, number limit 1000`;
  const closing = Date.parse(now) - closeAfterDays * 86_400_000;
  const due = await lines<{ id: string; status: string }>(read, sql, [Date.parse(now), closing]);
  const of = (status: string) => due.filter((one) => one.status === status).map(({ id }) => id);
  return { resume: of('Pending'), close: of('Resolved') };
}

/** The open tickets that a person works or has asked for; undefined where the viewer may not know. */
export async function holdings(
  read: ReadDatabase,
  viewer: Viewer,
  userId: string,
): Promise<TicketQueueRow[] | undefined> {
  if (!readsAll(viewer, 'users')) return undefined;
  const sql = `select doc from {ticket_queue} where (assignee_id = ? or requester_id = ?)
    and status in ('New', 'Open', 'Pending') order by number limit 1000`;
  return docsOf<TicketQueueRow>(await lines<{ doc: string }>(read, sql, [userId, userId]));
}
