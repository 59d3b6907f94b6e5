import type { LiveTable } from '#api/contract/live.ts';
import type { RowChange } from '#projections/write.ts';
import { ownAccountRoom, QUEUE, tableRoom, userRoom } from './screens.ts';
import type { LiveReads, LiveServer } from './server.ts';
import type { TicketTeller } from './tickets.ts';
import { touchedBy } from './touched.ts';

const COUNTS_EVERY_MS = 250;

const records: ReadonlySet<string> = new Set(['rooms', 'categories', 'users']);
const isRecord = (table: string): table is 'rooms' | 'categories' | 'users' => records.has(table);
const isTicketTable = (table: string): table is LiveTable =>
  table.startsWith('ticket_') && table !== 'ticket_counts';

interface PublishParts {
  readonly io: LiveServer;
  readonly reads: Pick<LiveReads, 'counts'>;
  readonly tickets: TicketTeller;
  /** Passes on to the other processes. */
  readonly toOthers: LiveServer['serverSideEmit'];
  readonly userChanged: (userId: string) => void;
  readonly onFault: (error: unknown) => void;
}

interface Publisher {
  readonly publish: (changes: readonly RowChange[], position: bigint) => void;
  readonly stop: () => void;
}

type Person = { readonly role?: string; readonly status?: string };

/** Sends the rows of a commit to those who may see them. */
export function createPublisher({
  io,
  reads,
  tickets,
  toOthers,
  userChanged,
  onFault,
}: PublishParts): Publisher {
  let counting: NodeJS.Timeout | undefined;
  let telling: Promise<void> = Promise.resolve();

  function countsLater(position: bigint): void {
    counting ??= setTimeout(() => {
      counting = undefined;
      reads
        .counts()
        .then((counts) => io.to(QUEUE).emit('counts', { counts, position: String(position) }), onFault);
    }, COUNTS_EVERY_MS);
  }

  function userRowChanged({ key, before, row }: RowChange): void {
    userChanged(key);
    toOthers('userChanged', key);
    const [was, is] = [before as Person | null, row as Person | null];
    const room = io.in(userRoom(key));
    if (is?.status !== 'Active') room.emit('signedOut', {});
    if (is?.status !== 'Active' || (was && was.role !== is.role)) room.disconnectSockets(true);
  }

  function record(table: 'rooms' | 'categories' | 'users', change: RowChange): void {
    const { key, row, revision, position } = change;
    const rooms = table === 'users' ? [tableRoom(table), ownAccountRoom(key)] : tableRoom(table);
    io.to(rooms).emit('changed', { table, key, row: row && { ...row }, revision, position });
    if (table === 'users') userRowChanged(change);
  }

  function refresh(table: string, position: string): void {
    if (isRecord(table)) io.to(tableRoom(table)).emit('refresh', { table, position });
    else if (isTicketTable(table)) io.emit('refresh', { table, position });
  }

  function one(change: RowChange): void {
    const { table, key, row, revision, position } = change;
    if (key === '*') refresh(table, position);
    else if (isRecord(table)) record(table, change);
    else if (table === 'ticket_queue')
      io.to(QUEUE).emit('changed', { table, key, row: row && { ...row }, revision, position });
  }

  return {
    publish: (changes, position) => {
      for (const change of changes) one(change);
      if (changes.some(({ table }) => table === 'ticket_queue')) countsLater(position);
      const touched = touchedBy(changes);
      if (touched.length === 0) return;
      toOthers('touched', touched, String(position));
      telling = telling.then(() => tickets.tell(touched, String(position))).catch(onFault);
    },
    stop: () => clearTimeout(counting),
  };
}
