import { change, isAnybodyIn, socketsIn, type Page } from './pages.ts';
import { mineRoom, ticketRoom } from './screens.ts';
import type { LiveReads, LiveServer, Touched } from './server.ts';

export const ticketPage = (reads: LiveReads): Page => ({
  room: ticketRoom,
  changesFor: async (viewer, { id, said, fromRevision, revision }, position) => {
    const read = await reads.ticket(viewer, id);
    if (!read) return [change('ticket_page', id, null, { revision, position })];
    const { ticket, conversation } = read;
    const { revision: reached } = ticket;
    const history = fromRevision === null ? [] : await reads.history(viewer, id, BigInt(fromRevision) - 1n);
    return [
      // What another ticket says of it changes the page at a position that its own row does not know.
      change('ticket_page', id, ticket, { revision: reached, position }),
      ...conversation
        .filter(({ eventId }) => said.includes(eventId))
        .map((row) => change('ticket_conversation', row.eventId, row, ticket)),
      ...(history ?? []).map((row) => change('ticket_history', row.eventId, row, row)),
    ];
  },
});

/** Watchers of their own tickets, by the tickets of this batch that they take part in. */
async function mine(reads: LiveReads, tickets: readonly Touched[]): Promise<Map<string, string[]>> {
  const byUser = new Map<string, string[]>();
  for (const { userId, ticketId } of await reads.audience(tickets.map(({ id }) => id)))
    byUser.set(userId, [...(byUser.get(userId) ?? []), ticketId]);
  return byUser;
}

/** Tells requesters and watchers what has become of their tickets. */
export async function tellMine(
  io: LiveServer,
  reads: LiveReads,
  tickets: readonly Touched[],
  position: string,
): Promise<void> {
  if (tickets.length === 0 || !isAnybodyIn(io, mineRoom(''))) return;
  for (const { id, left, revision } of tickets)
    for (const socket of left.flatMap((userId) => socketsIn(io, mineRoom(userId))))
      socket.emit('changed', change('ticket_queue', id, null, { revision, position }));
  for (const [userId, ticketIds] of await mine(reads, tickets))
    for (const socket of socketsIn(io, mineRoom(userId)))
      for (const row of await reads.queueRows(socket.data.viewer, ticketIds))
        socket.emit('changed', change('ticket_queue', row.ticketId, row, row));
}
