import { afterEach, expect, vi } from 'vitest';
import type { Changed, Screen } from '#api/contract/live.ts';
import type { TestApp } from './app.ts';
import type { Person } from './client.ts';
import { openRoom } from './fixtures.ts';
import { connectSocket, type Watcher } from './socket.ts';

export const until = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 5_000, interval: 5 });

/** What a watcher was told of a table, and of one row of it where a key is given. */
export const told = (watcher: Watcher, table: Changed['table'], key?: string): Changed[] =>
  watcher.changes.filter((change) => change.table === table && (key === undefined || change.key === key));

/** Opens sockets that close with the test. */
export function sockets() {
  const open: Watcher[] = [];
  afterEach(() => {
    for (const watcher of open.splice(0)) watcher.close();
  });
  const connect: typeof connectSocket = async (...given) => {
    const watcher = await connectSocket(...given);
    open.push(watcher);
    return watcher;
  };
  /** The socket of a person who has these screens open. */
  const watching = async (
    { url }: TestApp,
    { token }: Person,
    ...screens: readonly Screen[]
  ): Promise<Watcher> => {
    const watcher = await connect(url, { token });
    for (const screen of screens) expect(await watcher.watch(screen)).toMatchObject({ ok: true });
    return watcher;
  };
  return { connect, watching };
}

/** Whoever would be told of what came before has been told by then: the mark goes the same way after it. */
export async function settled(app: TestApp, watcher: Watcher): Promise<void> {
  await watcher.watch({ screen: 'rooms' });
  const mark = await openRoom(app, `Mark ${crypto.randomUUID()}`);
  await until(() => expect(told(watcher, 'rooms', mark)).not.toEqual([]));
}
