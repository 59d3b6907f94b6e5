import { io, type Socket } from 'socket.io-client';
import type { Changed, ClientToServer, Screen, ServerToClient, WatchAnswer } from '#api/contract/live.ts';

export interface Watcher {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly changes: Changed[];
  readonly refreshed: string[];
  readonly counts: { readonly position: string }[];
  /** How it ended: `signedOut` where it was told, then the reason of the disconnection. */
  readonly ends: string[];
  readonly watch: (screen: Screen) => Promise<WatchAnswer>;
  readonly unwatch: (screen: Screen) => Promise<WatchAnswer>;
  readonly close: () => void;
}

/** A socket of a signed-in person; rejects with the problem where it is not let in. */
export async function connectSocket(
  url: string,
  auth: { token?: string; headers?: Record<string, string> },
): Promise<Watcher> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    auth: auth.token === undefined ? {} : { token: auth.token },
    extraHeaders: auth.headers ?? {},
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  const watcher: Watcher = {
    socket,
    changes: [],
    refreshed: [],
    counts: [],
    ends: [],
    watch: (screen) => socket.timeout(5_000).emitWithAck('watch', screen),
    unwatch: (screen) => socket.timeout(5_000).emitWithAck('unwatch', screen),
    close: () => void socket.close(),
  };
  socket.on('changed', (change) => watcher.changes.push(change));
  socket.on('refresh', ({ table }) => watcher.refreshed.push(table));
  socket.on('counts', (counts) => watcher.counts.push(counts));
  socket.on('signedOut', () => watcher.ends.push('signedOut'));
  socket.on('disconnect', (reason) => watcher.ends.push(reason));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => reject(Object.assign(error, { watcher })));
  });
  return watcher;
}
