import { lines } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { personally, THEN, ticketConditions, type TicketFilters } from '#projections/ticketQueue/filters.ts';
import { after, cursorAfter, orderOf, orderText } from '#projections/ticketQueue/order.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import { rowsFor } from '#projections/visible.ts';
import { replay } from './replay.ts';

const COLUMNS = { updatedAt: 'valid_from', openedAt: 'opened_at', number: 'number', priority: 'priority' };
const LIMIT = 50;

/** The queue as it stood at a moment. */
export async function listTicketsAsOf(
  read: ReadDatabase,
  viewer: Viewer,
  filters: TicketFilters & { readonly asOf: string },
): Promise<Page<TicketQueueRow>> {
  const limit = filters.limit ?? LIMIT;
  const order = orderOf(filters.sort ?? '-updatedAt', COLUMNS);
  const moment = Date.parse(filters.asOf);
  const conditions = after(
    ticketConditions(read, viewer, personally(viewer, filters), THEN),
    order,
    filters.cursor,
  )
    .add('valid_from <= ?', moment)
    .add('valid_to > ?', moment);
  const sql = `select id, ticket_id from {ticket_history} ${conditions.text} ${orderText(order)} limit ${String(limit + 1)}`;
  const found = await lines<{ id: number | string; ticket_id: string }>(read, sql, conditions.bindings);
  const shown = found.slice(0, limit);
  const stood = await replay(
    read,
    shown.map(({ ticket_id }) => ticket_id),
  );
  const rows = new Map(stood.map(({ line, after: { queue } }) => [String(line.id), queue]));
  const items = shown.flatMap(({ id }) => rows.get(String(id)) ?? []);
  const last = items.at(-1);
  return {
    items: await rowsFor(read, viewer, items),
    next: found.length > limit && last ? cursorAfter(last, order) : null,
  };
}
