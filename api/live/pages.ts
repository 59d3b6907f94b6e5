import type { Changed } from '#api/contract/live.ts';
import type { Viewer } from '#api/http/route.ts';
import { isStaff } from '#domain/role.ts';
import type { LiveServer, LiveSocket, Touched } from './server.ts';

export interface At {
  readonly revision: string;
  readonly position: string;
}

export const change = (
  table: Changed['table'],
  key: string,
  row: object | null,
  { revision, position }: At,
): Changed => ({ table, key, row: row && { ...row }, revision, position });

/** Those of this process. */
export const socketsIn = (io: LiveServer, room: string): LiveSocket[] =>
  [...(io.sockets.adapter.rooms.get(room) ?? [])].flatMap((id) => io.sockets.sockets.get(id) ?? []);

/** Whether anybody of this process is in a room whose name begins so. */
export const isAnybodyIn = (io: LiveServer, prefix: string): boolean =>
  [...io.sockets.adapter.rooms.keys()].some((room) => room.startsWith(prefix));

/** A screen that shows one record, to each viewer as the queries give it to that viewer. */
export interface Page {
  readonly room: (id: string) => string;
  /** The first one without a row: the record is not there for this viewer any more. */
  readonly changesFor: (viewer: Viewer, touched: Touched, position: string) => Promise<readonly Changed[]>;
}

/** Viewers who are given the same: staff, or one requester. */
const classOf = ({ role, userId }: Viewer): string => (isStaff(role) ? 'staff' : userId);

/** Tells the sockets of this process what has become of a record that they watch. */
export async function tellPage(
  io: LiveServer,
  page: Page,
  touched: Touched,
  position: string,
): Promise<void> {
  const room = page.room(touched.id);
  for (const alike of Map.groupBy(socketsIn(io, room), ({ data }) => classOf(data.viewer)).values()) {
    const [first] = alike;
    if (!first) continue;
    const changes = await page.changesFor(first.data.viewer, touched, position);
    for (const socket of alike) {
      for (const one of changes) socket.emit('changed', one);
      if (changes[0]?.row === null) await socket.leave(room);
    }
  }
}
