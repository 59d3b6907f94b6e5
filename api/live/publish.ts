import type { LiveTable } from '#api/contract/live.ts';
import { openFields } from '#domain/category/fields.ts';
import type { CategoryRow } from '#projections/categories/row.ts';
import type { RowChange } from '#projections/write.ts';
import {
  COUNTS,
  OPEN_CATEGORIES,
  ownAccountRoom,
  QUEUE,
  REGISTER,
  userRoom,
  type RecordTable,
} from './screens.ts';
import type { LiveReads, LiveServer } from './server.ts';
import type { Teller } from './teller.ts';
import { touchedBy } from './touched.ts';

const COUNTS_EVERY_MS = 250;

const records: ReadonlySet<string> = new Set<RecordTable>([
  'rooms',
  'categories',
  'users',
  'batches',
  'settings',
]);
const isRecord = (table: string): table is RecordTable => records.has(table);
const isOfMany = (table: string): table is LiveTable =>
  (table.startsWith('ticket_') && table !== 'ticket_counts') ||
  table === 'equipment_register' ||
  table === 'stocktakes';

/** Tables whose rows are sent to all who watch their list, and the room of that. */
const lists: Readonly<Record<string, string>> = { ticket_queue: QUEUE, equipment_register: REGISTER };

interface PublishParts {
  readonly io: LiveServer;
  readonly reads: Pick<LiveReads, 'counts'>;
  readonly teller: Teller;
  /** Passes on to the other processes. */
  readonly toOthers: LiveServer['serverSideEmit'];
  readonly userChanged: (userId: string) => void;
  readonly onFault: (error: unknown) => void;
}

interface Publisher {
  readonly publish: (changes: readonly RowChange[], position: bigint) => void;
  readonly stop: () => void;
}

/** What is kept with a row and is not shown with it. */
const hidden: Readonly<Record<string, readonly string[]>> = {
  equipment_register: ['facts'],
  batches: ['updatedAt'],
  settings: ['updatedAt'],
};

const shownOf = (table: string, row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !hidden[table]?.includes(field)));

/** A category without its fields for staff. */
function opened(change: RowChange): RowChange {
  const row = change.row as CategoryRow | null;
  return { ...change, row: row && { ...row, fields: openFields(row.fields) } };
}

type Person = { readonly role?: string; readonly status?: string };

/** Sends the rows of a commit to those who may see them. */
export function createPublisher({
  io,
  reads,
  teller,
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
        .then(
          (counts) => io.to([QUEUE, COUNTS]).emit('counts', { counts, position: String(position) }),
          onFault,
        );
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

  function send(rooms: string | string[], table: LiveTable, change: RowChange): void {
    const { key, row, revision, position } = change;
    io.to(rooms).emit('changed', { table, key, row: row && shownOf(table, row), revision, position });
  }

  function record(table: RecordTable, change: RowChange): void {
    send(table === 'users' ? [table, ownAccountRoom(change.key)] : table, table, change);
    if (table === 'categories') send(OPEN_CATEGORIES, table, opened(change));
    if (table === 'users') userRowChanged(change);
  }

  function refresh(table: string, position: string): void {
    if (isRecord(table))
      io.to(table === 'categories' ? [table, OPEN_CATEGORIES] : table).emit('refresh', { table, position });
    else if (isOfMany(table)) io.emit('refresh', { table, position });
  }

  function one(change: RowChange): void {
    const { table, key, position } = change;
    const list = lists[table];
    if (key === '*') refresh(table, position);
    else if (isRecord(table)) record(table, change);
    else if (list !== undefined && isOfMany(table)) send(list, table, change);
  }

  return {
    publish: (changes, position) => {
      for (const change of changes) one(change);
      if (changes.some(({ table }) => table === 'ticket_queue')) countsLater(position);
      const touched = touchedBy(changes);
      if (touched.length === 0) return;
      toOthers('touched', touched, String(position));
      telling = telling.then(() => teller.tell(touched, String(position))).catch(onFault);
    },
    stop: () => clearTimeout(counting),
  };
}
