import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { assertIntact } from './record.ts';
import { NO_STREAM, type StoredRecord } from './model.ts';

type Row = Record<string, unknown>;

const RECORD = 'SELECT position, stream, revision, checksum, frame FROM events';

// The schema is STRICT, so the columns are what it says they are.
function intact(row: Row): StoredRecord {
  const stored = row as StoredRecord;
  assertIntact(stored);
  return stored;
}
const asNumber = (row: Row | undefined, column: string): number | undefined =>
  (row?.[column] ?? undefined) as number | undefined;

export type Range = { after: number; upTo: number };

/** The prepared statements on an open journal file. Every record it hands out has passed its checksum. */
export function createStore(db: DatabaseSync) {
  const insertEvent = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)');
  const insertStream = db.prepare('INSERT INTO streams (name) VALUES (?) RETURNING id');
  const streamId = db.prepare('SELECT id FROM streams WHERE name = ?');
  const head = db.prepare('SELECT max(revision) AS revision FROM events WHERE stream = ?');
  const last = db.prepare('SELECT max(position) AS position FROM events');
  const byId = db.prepare(
    'SELECT revision, position FROM events WHERE stream = ? AND id = ? ORDER BY revision LIMIT 1',
  );
  const byRevision = db.prepare('SELECT id, position FROM events WHERE stream = ? AND revision = ?');
  const record = db.prepare(`${RECORD} WHERE stream = ? AND revision = ?`);
  const allForwards = db.prepare(`${RECORD} WHERE position > ? AND position <= ? ORDER BY position`);
  const allBackwards = db.prepare(`${RECORD} WHERE position > ? AND position <= ? ORDER BY position DESC`);
  const streamForwards = db.prepare(
    `${RECORD} WHERE stream = ? AND revision > ? AND revision <= ? ORDER BY revision`,
  );
  const streamBackwards = db.prepare(
    `${RECORD} WHERE stream = ? AND revision > ? AND revision <= ? ORDER BY revision DESC`,
  );

  function* records(statement: StatementSync, ...parameters: SQLInputValue[]): Generator<StoredRecord> {
    for (const row of statement.iterate(...parameters)) yield intact(row);
  }

  return {
    begin: () => db.exec('BEGIN IMMEDIATE'),
    commit: () => db.exec('COMMIT'),
    rollback: () => {
      if (db.isTransaction) db.exec('ROLLBACK');
    },
    insertEvent: (stored: StoredRecord, id: Uint8Array) => {
      insertEvent.run(stored.position, stored.stream, stored.revision, id, stored.checksum, stored.frame);
    },
    insertStream: (name: string): number => asNumber(insertStream.get(name), 'id') ?? 0,
    streamId: (name: string): number | undefined => asNumber(streamId.get(name), 'id'),
    head: (stream: number): number => asNumber(head.get(stream), 'revision') ?? NO_STREAM,
    lastPosition: (): number => asNumber(last.get(), 'position') ?? 0,
    findById: (stream: number, id: Uint8Array): { revision: number; position: number } | undefined =>
      byId.get(stream, id) as { revision: number; position: number } | undefined,
    findByRevision: (stream: number, revision: number): { id: Uint8Array; position: number } | undefined =>
      byRevision.get(stream, revision) as { id: Uint8Array; position: number } | undefined,
    record: (stream: number, revision: number): StoredRecord | undefined => {
      const row = record.get(stream, revision);
      return row && intact(row);
    },
    allForwards: (range: Range) => records(allForwards, range.after, range.upTo),
    allBackwards: (range: Range) => records(allBackwards, range.after, range.upTo),
    streamForwards: (stream: number, range: Range) =>
      records(streamForwards, stream, range.after, range.upTo),
    streamBackwards: (stream: number, range: Range) =>
      records(streamBackwards, stream, range.after, range.upTo),
  };
}

export type Store = ReturnType<typeof createStore>;
