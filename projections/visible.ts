import { readsAll } from './reader.ts';
import type { ReadDatabase, Viewer } from './readDatabase.ts';
import { readableOf } from './ticketAudience/query.ts';
import type { TicketQueueRow } from './ticketQueue/row.ts';

/** Lines of tickets without what only staff is sent: their internal notes, and tickets that the viewer may not read. */
export async function rowsFor<R extends TicketQueueRow>(
  read: ReadDatabase,
  viewer: Viewer,
  rows: readonly R[],
): Promise<R[]> {
  if (readsAll(viewer, 'internalNotes')) return [...rows];
  const survivors = await readableOf(
    read,
    viewer,
    rows.flatMap(({ merged }) => merged?.into ?? []),
  );
  return rows.map(({ internalNotes: _, ...row }) => {
    const merged = row.merged && survivors.has(row.merged.into) ? row.merged : null;
    return { ...row, merged } as unknown as R;
  });
}
