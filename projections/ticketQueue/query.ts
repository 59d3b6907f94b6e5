import type { Policy } from '#domain/ticket/rules.ts';
import { ACTIVE } from '#domain/ticket/statuses.ts';
import { cut, linesOf } from '#projections/keyset.ts';
import { Conditions, docsOf, lines, readsAll } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { takingPart } from '#projections/ticketAudience/query.ts';
import { listTicketsAsOf } from '#projections/ticketHistory/asOf.ts';
import { rowsFor } from '#projections/visible.ts';
import type { TicketFilters } from './filters.ts';
import { ticketPageOf } from './pages.ts';
import type { TicketQueueRow } from './row.ts';

/** Tickets that the viewer may read. Throws {@link BadCursor}. */
export async function listTickets(
  read: ReadDatabase,
  viewer: Viewer,
  filters: TicketFilters,
): Promise<Page<TicketQueueRow>> {
  if (filters.asOf !== undefined) return listTicketsAsOf(read, viewer, { ...filters, asOf: filters.asOf });
  const page = ticketPageOf(read, viewer, { ...filters, all: readsAll(viewer, 'tickets') });
  const { shown, next } = cut(await linesOf(read, page), page);
  return { items: await rowsFor(read, viewer, docsOf<TicketQueueRow>(shown)), next };
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
  const page = ticketPageOf(read, viewer, { ...filters, all: true });
  const { shown, next } = cut(await linesOf(read, page), page);
  return { items: `[${shown.map(({ doc }) => doc).join(',')}]`, next };
}

/** Those of the tickets that the viewer may read, by their numbers. */
export async function ticketsByIds(
  read: ReadDatabase,
  viewer: Viewer,
  ids: readonly string[],
): Promise<TicketQueueRow[]> {
  if (ids.length === 0) return [];
  return readable(read, viewer, new Conditions().oneOf('id', ids));
}

async function readable(
  read: ReadDatabase,
  viewer: Viewer,
  conditions: Conditions,
): Promise<TicketQueueRow[]> {
  if (!readsAll(viewer, 'tickets')) takingPart(conditions, 'id', viewer);
  const sql = `select doc from {ticket_queue} ${conditions.text} order by number`;
  return rowsFor(read, viewer, docsOf(await lines<{ doc: string }>(read, sql, conditions.bindings)));
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

/** The tickets still to be worked that a person works or has asked for; undefined where the viewer may not know. */
export async function holdings(
  read: ReadDatabase,
  viewer: Viewer,
  userId: string,
): Promise<TicketQueueRow[] | undefined> {
  if (!readsAll(viewer, 'users') && viewer.userId !== userId) return undefined;
  const conditions = new Conditions()
    .oneOf('status', ACTIVE)
    .add('(assignee_id = ? or requester_id = ?)', userId, userId);
  return readable(read, viewer, conditions);
}
