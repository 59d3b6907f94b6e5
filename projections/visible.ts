import { readsAll } from './reader.ts';
import type { Viewer } from './readDatabase.ts';
import type { TicketConversationRow } from './ticketConversation/row.ts';
import type { TicketHistoryRow } from './ticketHistory/row.ts';
import type { TicketQueueRow } from './ticketQueue/row.ts';

/** A ticket's line without the fields that only staff is sent. */
export function queueRowFor<R extends TicketQueueRow>(viewer: Viewer, row: R): R {
  if (readsAll(viewer, 'internalNotes')) return row;
  const { internalNotes: _, ...visible } = row;
  return visible as R;
}

/** Null: the viewer does not know of it. */
export const conversationFor = (viewer: Viewer, row: TicketConversationRow): TicketConversationRow | null =>
  row.visibility === 'public' || readsAll(viewer, 'internalNotes') ? row : null;

export const historyFor = (viewer: Viewer, row: TicketHistoryRow): TicketHistoryRow | null =>
  row.visibility === 'public' || readsAll(viewer, 'internalNotes')
    ? { ...row, state: queueRowFor(viewer, row.state) }
    : null;
