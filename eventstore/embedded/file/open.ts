import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { APPLICATION_ID, FORMAT_VERSION, SCHEMA } from '../store/schema.ts';
import { isDamage } from '../store/storageFault.ts';
import { createStore } from '../store/store.ts';
import { inspectHeader } from './header.ts';
import { inspectTail } from './tail.ts';
import { damaged, JournalUnusableError } from './unusable.ts';
import { inspectWal, type WalContent } from './wal.ts';

/** About 16 MiB of log between checkpoints. */
const CHECKPOINT_PAGES = 4000;
const CACHE_KIB = 16 * 1024;

export type JournalFile = {
  db: DatabaseSync;
  /** To be called after each commit, with its last position, before it is acknowledged. */
  markOpen: (position: number) => void;
  close: () => void;
};

/** Made under another name, so that the file is either whole or not there. */
function create(file: string): void {
  const draft = `${file}.new`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${draft}${suffix}`, { force: true });
  const db = new DatabaseSync(draft);
  db.exec(`
    PRAGMA application_id = ${APPLICATION_ID};
    PRAGMA user_version = ${FORMAT_VERSION};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    ${SCHEMA}
  `);
  db.close();
  renameSync(draft, file);
}

const DIGITS = 16;
const markerOf = (file: string): string => `${file}.open`;

/** The position up to which events were acknowledged. */
function acknowledged(file: string): number {
  const [digits] = /^\d+/.exec(readFileSync(markerOf(file), 'utf8')) ?? [];
  return digits === undefined ? Infinity : Number(digits);
}

/** Of the file alone; nothing is made beside it. */
function lastPosition(file: string): number {
  const alone = pathToFileURL(file);
  alone.searchParams.set('immutable', '1');
  const db = new DatabaseSync(alone, { readOnly: true });
  try {
    return createStore(db).lastPosition();
  } finally {
    db.close();
  }
}

/**
 * The marker stands while the log holds acknowledged events: without it a lost log would pass for an empty one. A
 * process that is cut off may yet have put its log into the file, which then holds all of them.
 */
function assertLogPresent(file: string, wal: WalContent): void {
  if (wal.bytes > 0 || !existsSync(markerOf(file))) return;
  if (acknowledged(file) <= lastPosition(file)) return;
  throw new JournalUnusableError(
    `The write-ahead log ${file}-wal is missing, and the journal was not closed: its last events are in that file. ` +
      `Put it back; or remove ${markerOf(file)} to go on without them.`,
  );
}

/** Reads only, so that a refused journal stays as it was found. */
function inspect(file: string): void {
  const wal = inspectWal(file);
  inspectHeader(file, wal);
  assertLogPresent(file, wal);
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    inspectTail(file, db);
  } finally {
    db.close();
  }
}

/**
 * What a crash left in the log goes into the file, and the log begins anew: no torn transaction stays behind the
 * next one, where it would look like damage. On a full disk the log is left as it is.
 */
function settleLog(file: string, db: DatabaseSync): void {
  try {
    db.exec('PRAGMA wal_checkpoint(RESTART)');
  } catch (error) {
    if (isDamage(error)) throw damaged(file, 'its write-ahead log cannot be applied', error);
  }
}

function openForWriting(file: string, maxPages: number | undefined): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 2000 });
  db.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA cache_size = -${CACHE_KIB};
    PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
  `);
  if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`);
  return db;
}

/**
 * Opens the journal file, or makes it; durable from then on (WAL, synchronous=FULL).
 * @throws JournalUnusableError when it is torn or corrupt
 */
export function openJournalFile(file: string, maxPages?: number): JournalFile {
  if (!existsSync(file) && existsSync(`${file}-wal`))
    throw damaged(file, 'the file is missing, but its write-ahead log is there');
  if (!existsSync(file)) create(file);
  inspect(file);
  const db = openForWriting(file, maxPages);
  settleLog(file, db);
  let marker: number | undefined;

  function markOpen(position: number): void {
    try {
      marker ??= openSync(markerOf(file), 'w');
      writeSync(marker, String(position).padEnd(DIGITS), 0);
    } catch {
      // The commit stands, marked or not: a full disk must not turn it into a refusal. The next one tries again.
    }
  }

  function close(): void {
    if (marker !== undefined) closeSync(marker);
    rmSync(markerOf(file), { force: true });
    db.close();
  }

  return { db, markOpen, close };
}
