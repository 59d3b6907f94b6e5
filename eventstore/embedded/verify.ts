import { DatabaseSync } from 'node:sqlite';
import { inspectHeader } from './file/header.ts';
import { lockJournal } from './file/lock.ts';
import { inspectWal } from './file/wal.ts';
import { decodeFrame } from './store/record.ts';
import { createStore } from './store/store.ts';

/** `faults` is empty when every event is what was written, where it was written. */
export type Verification = { events: number; streams: number; faults: string[] };

const MOST_FAULTS = 100;

/** Every record against its checksum, and its frame against the stream that it is filed under. */
function checkRecords(db: DatabaseSync, report: Verification): void {
  const store = createStore(db);
  const names = db.prepare('SELECT name FROM streams WHERE id = ?');
  const last = store.lastPosition();
  for (const record of store.allForwards({ after: 0, upTo: last })) {
    report.events += 1;
    if (record.position !== report.events)
      throw new Error(`an event before position ${record.position} is missing`);
    const name = names.get(record.stream)?.['name'];
    if (name !== decodeFrame(record.frame).stream)
      report.faults.push(`the event at position ${record.position} is filed under the wrong stream`);
    if (report.faults.length >= MOST_FAULTS) return;
  }
}

/** Revisions count from 0 without gaps; a tombstone stands apart. */
function checkStreams(db: DatabaseSync, report: Verification): void {
  const gaps = db.prepare(`
    SELECT stream FROM events WHERE revision < 9007199254740991
    GROUP BY stream HAVING min(revision) <> 0 OR max(revision) <> count(*) - 1 LIMIT ${MOST_FAULTS}
  `);
  for (const { stream } of gaps.all()) report.faults.push(`stream ${String(stream)} misses a revision`);
  report.streams = Number(db.prepare('SELECT count(*) AS count FROM streams').get()?.['count'] ?? 0);
}

function checkDatabase(db: DatabaseSync, report: Verification): void {
  for (const row of db.prepare(`PRAGMA integrity_check(${MOST_FAULTS})`).all()) {
    const finding = String(Object.values(row)[0]);
    if (finding !== 'ok') report.faults.push(finding);
  }
}

function attempt(report: Verification, step: () => void): void {
  try {
    step();
  } catch (error) {
    report.faults.push(error instanceof Error ? error.message : String(error));
  }
}

function isInUse(file: string): boolean {
  try {
    lockJournal(file).release();
    return false;
  } catch {
    return true;
  }
}

/** Reads the whole journal file, which may be in use, and lists what is wrong with it. Takes time: use a process of its own. */
export function verifyJournal(file: string): Verification {
  const report: Verification = { events: 0, streams: 0, faults: [] };
  // The raw files of a journal in use change while they are looked at; its server has looked at its start.
  if (!isInUse(file)) attempt(report, () => inspectHeader(file, inspectWal(file)));
  if (report.faults.length > 0) return report;
  const db = new DatabaseSync(file, { readOnly: true });
  for (const check of [checkDatabase, checkRecords, checkStreams]) attempt(report, () => check(db, report));
  db.close();
  return report;
}
