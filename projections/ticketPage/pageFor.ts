import { equipmentByIds } from '#projections/equipmentRegister/query.ts';
import { readsAll } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import type { TicketConversationRow } from '#projections/ticketConversation/row.ts';
import type { CalledTicket } from '#projections/ticketHistory/row.ts';
import { ticketsByIds } from '#projections/ticketQueue/query.ts';
import type { TicketQueueRow } from '#projections/ticketQueue/row.ts';
import { rowsFor } from '#projections/visible.ts';
import { UNKNOWN } from '#projections/words.ts';
import type { TicketFactsRow, TicketPageRow } from './row.ts';

/** A ticket with what was said on it, as a viewer may read it. */
export interface TicketSeen {
  readonly ticket: TicketPageRow;
  readonly conversation: readonly TicketConversationRow[];
}

interface Told {
  readonly queue: TicketQueueRow;
  readonly facts: TicketFactsRow;
  readonly watchers: TicketPageRow['watchers'];
  /** Those that the viewer may read, like `mergedFrom`. */
  readonly related: readonly TicketQueueRow[];
  readonly mergedFrom: readonly TicketQueueRow[];
}

const called = ({ ticketId, number, title }: TicketQueueRow): CalledTicket => ({ ticketId, number, title });

/** What a label that the reporter scanned belongs to is not told to those who may not read it. */
async function thingsFor(
  read: ReadDatabase,
  viewer: Viewer,
  ids: readonly string[],
): Promise<TicketPageRow['equipment']> {
  const all = readsAll(viewer, 'equipment');
  const seen = new Map((await equipmentByIds(read, viewer, ids)).map((thing) => [thing.equipmentId, thing]));
  return ids
    .filter((id) => all || seen.has(id))
    .map((id) => ({ equipmentId: id, tag: seen.get(id)?.tag ?? '', name: seen.get(id)?.name ?? UNKNOWN }));
}

/** The page of a ticket without what its reader may not know. */
export async function pageFor(
  read: ReadDatabase,
  viewer: Viewer,
  { queue, facts, watchers, related, mergedFrom }: Told,
): Promise<TicketPageRow> {
  const { watchers: _, related: __, relatedBy: ___, merged: ____, ...shown } = facts;
  const [line = queue] = await rowsFor(read, viewer, [queue]);
  const [survivor] = await ticketsByIds(read, viewer, line.merged ? [line.merged.into] : []);
  const equipment = await thingsFor(read, viewer, facts.equipmentIds);
  return {
    ...shown,
    ...line,
    minutesWorked: readsAll(viewer, 'internalNotes') ? facts.minutesWorked : 0,
    equipmentIds: equipment.map(({ equipmentId }) => equipmentId),
    equipment,
    watchers,
    related: related.map((row) => ({ ...called(row), madeHere: facts.related.includes(row.ticketId) })),
    mergedInto: survivor ? called(survivor) : null,
    mergedFrom: mergedFrom.map(({ ticketId }) => ticketId),
    mergedTickets: mergedFrom.map(called),
  };
}
