import type { Changed } from '#api/contract/live.ts';
import type { Viewer } from '#api/http/route.ts';
import { isStaff } from '#domain/role.ts';
import { mineRoom, ticketRoom } from './screens.ts';
import type { LiveReads, LiveServer, LiveSocket, Touched } from './server.ts';

interface At {
  readonly revision: string;
  readonly position: string;
}

const change = (table: Changed['table'], key: string, row: object | null, at: At): Changed => ({
  table,
  key,
  row: row && { ...row },
  revision: at.revision,
  position: at.position,
});

export interface TicketTeller {
  /** Tells the sockets of this process what has become of tickets that they watch. */
  readonly tell: (tickets: readonly Touched[], position: string) => Promise<void>;
}

/** Viewers who are given the same: staff, or one requester. */
const classOf = ({ role, userId }: Viewer): string => (isStaff(role) ? 'staff' : userId);

export function createTicketTeller(io: LiveServer, reads: LiveReads): TicketTeller {
  const socketsIn = (room: string): LiveSocket[] =>
    [...(io.sockets.adapter.rooms.get(room) ?? [])].flatMap((id) => io.sockets.sockets.get(id) ?? []);

  async function changesFor(viewer: Viewer, touched: Touched, position: string): Promise<Changed[]> {
    const { ticketId, said, fromRevision } = touched;
    const read = await reads.ticket(viewer, ticketId);
    const at = { revision: touched.revision, position };
    if (!read) return [change('ticket_page', ticketId, null, at)];
    const { ticket, conversation } = read;
    const history = await reads.history(viewer, ticketId, BigInt(fromRevision) - 1n);
    return [
      change('ticket_page', ticketId, ticket, ticket),
      ...conversation
        .filter(({ eventId }) => said.includes(eventId))
        .map((row) => change('ticket_conversation', row.eventId, row, ticket)),
      ...(history ?? []).map((row) => change('ticket_history', row.eventId, row, row)),
    ];
  }

  async function tellPage(touched: Touched, position: string): Promise<void> {
    const sockets = socketsIn(ticketRoom(touched.ticketId));
    for (const alike of Map.groupBy(sockets, ({ data }) => classOf(data.viewer)).values()) {
      const [first] = alike;
      if (!first) continue;
      const changes = await changesFor(first.data.viewer, touched, position);
      for (const socket of alike) {
        for (const one of changes) socket.emit('changed', one);
        if (changes[0]?.row === null) await socket.leave(ticketRoom(touched.ticketId));
      }
    }
  }

  /** Watchers of their own tickets, by the tickets of this batch that they take part in. */
  async function mine(tickets: readonly Touched[]): Promise<Map<string, string[]>> {
    const byUser = new Map<string, string[]>();
    for (const { userId, ticketId } of await reads.audience(tickets.map((touched) => touched.ticketId)))
      byUser.set(userId, [...(byUser.get(userId) ?? []), ticketId]);
    return byUser;
  }

  const someMine = (): boolean =>
    [...io.sockets.adapter.rooms.keys()].some((room) => room.startsWith(mineRoom('')));

  async function tellMine(tickets: readonly Touched[], position: string): Promise<void> {
    if (!someMine()) return;
    for (const { ticketId, left, revision } of tickets)
      for (const userId of left)
        for (const socket of socketsIn(mineRoom(userId)))
          socket.emit('changed', change('ticket_queue', ticketId, null, { revision, position }));
    for (const [userId, ticketIds] of await mine(tickets))
      for (const socket of socketsIn(mineRoom(userId)))
        for (const row of await reads.queueRows(socket.data.viewer, ticketIds))
          socket.emit('changed', change('ticket_queue', row.ticketId, row, row));
  }

  return {
    tell: async (tickets, position) => {
      for (const touched of tickets) await tellPage(touched, position);
      await tellMine(tickets, position);
    },
  };
}
