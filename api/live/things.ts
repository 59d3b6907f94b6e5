import { change, socketsIn, type Page } from './pages.ts';
import { ownEquipmentRoom, thingRoom } from './screens.ts';
import type { LiveReads, LiveServer, Touched } from './server.ts';

export const thingPage = (reads: LiveReads): Page => ({
  room: thingRoom,
  changesFor: async (viewer, { id, fromRevision, revision }, position) => {
    const read = await reads.thing(viewer, id);
    if (!read) return [change('equipment_page', id, null, { revision, position })];
    const { equipment } = read;
    const history =
      fromRevision === null ? [] : await reads.thingHistory(viewer, id, BigInt(fromRevision) - 1n);
    return [
      // What a ticket or a component says of it changes the page at a position that its own row does not know.
      change('equipment_page', id, equipment, { revision: equipment.revision, position }),
      ...(history ?? []).map((row) => change('equipment_history', row.eventId, row, row)),
    ];
  },
});

/** Tells borrowers what is lent to them, and what is so no more. */
export async function tellBorrowers(
  io: LiveServer,
  reads: LiveReads,
  things: readonly Touched[],
  position: string,
): Promise<void> {
  for (const { id, left, theirs, revision } of things) {
    for (const socket of left.flatMap((userId) => socketsIn(io, ownEquipmentRoom(userId))))
      socket.emit('changed', change('equipment_register', id, null, { revision, position }));
    for (const socket of theirs.flatMap((userId) => socketsIn(io, ownEquipmentRoom(userId))))
      for (const row of await reads.things(socket.data.viewer, [id]))
        socket.emit('changed', change('equipment_register', id, row, row));
  }
}
