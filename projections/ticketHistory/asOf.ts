import { after, cut, orderText, type PlacedText } from '#projections/keyset.ts';
import { lines } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { personally, THEN, ticketConditions, type TicketFilters } from '#projections/ticketQueue/filters.ts';
import { orderThen } from '#projections/ticketQueue/order.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import { rowsFor } from '#projections/visible.ts';
import { replay } from './replay.ts';

const LIMIT = 50;

interface Found extends Omit<PlacedText, 'doc'> {
  readonly id: number | string;
  readonly ticket_id: string;
}

/** The queue as it stood at a moment. */
export async function listTicketsAsOf(
  read: ReadDatabase,
  viewer: Viewer,
  filters: TicketFilters & { readonly asOf: string },
): Promise<Page<TicketQueueRow>> {
  const limit = filters.limit ?? LIMIT;
  const order = orderThen(filters.sort);
  const moment = Date.parse(filters.asOf);
  const conditions = after(
    ticketConditions(read, viewer, personally(viewer, filters), THEN),
    order,
    filters.cursor,
  )
    .add('valid_from <= ?', moment)
    .add('valid_to > ?', moment);
  const sql = `select id, ticket_id, number, ${order.column} as sorted from {ticket_history} ${conditions.text}
    ${orderText(order)} limit ${String(limit + 1)}`;
  const { shown, next } = cut(await lines<Found>(read, sql, conditions.bindings), { order, limit });
  const stood = await replay(
    read,
    shown.map(({ ticket_id }) => ticket_id),
  );
  const rows = new Map(stood.map(({ line, after: { queue } }) => [String(line.id), queue]));
  const items = shown.flatMap(({ id }) => rows.get(String(id)) ?? []);
  return { items: await rowsFor(read, viewer, items), next };
}
