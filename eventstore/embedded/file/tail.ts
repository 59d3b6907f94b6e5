import type { DatabaseSync } from 'node:sqlite';
import { readChunk } from '../store/cursor.ts';
import { CorruptRecordError } from '../store/record.ts';
import type { StoredRecord } from '../store/model.ts';
import { createStore, type Store } from '../store/store.ts';
import { damaged } from './unusable.ts';

const SAMPLES = 64;
/** About 100,000 events, in half a second. */
const CHECKED_BYTES = 64 * 1024 * 1024;

function assertIndexed(store: Store, record: StoredRecord): void {
  const found = store.findByRevision(record.stream, record.revision);
  if (found?.position !== record.position)
    throw new CorruptRecordError(`the index lacks the event at position ${record.position}`);
}

/** Evenly spaced, so that the check costs the same however long the journal is. */
function samplePositions(last: number): number[] {
  const step = Math.max(1, Math.floor(last / SAMPLES));
  return Array.from({ length: Math.min(SAMPLES, last) }, (_, index) => 1 + index * step);
}

/** The newest events against their checksums, without a gap. */
function checkNewest(store: Store, last: number): void {
  let bytes = 0;
  let expected = last;
  for (const { position, frame } of store.allBackwards({ after: 0, upTo: last })) {
    if (position !== expected) throw new CorruptRecordError(`the event at position ${expected} is missing`);
    expected -= 1;
    bytes += frame.length;
    if (bytes >= CHECKED_BYTES) return;
  }
  if (expected > 0) throw new CorruptRecordError(`the event at position ${expected} is missing`);
}

function check(store: Store): void {
  const last = store.lastPosition();
  checkNewest(store, last);
  const read = store.allBackwards;
  const source = { read, keyOf: (record: StoredRecord) => record.position, direction: 'backwards' as const };
  for (const record of readChunk(source, { after: 0, upTo: last }).records) assertIndexed(store, record);
  for (const position of samplePositions(last)) {
    const [record] = readChunk(source, { after: position - 1, upTo: position }).records;
    if (record) assertIndexed(store, record);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof CorruptRecordError) return error.what;
  return error instanceof Error ? error.message : String(error);
}

/**
 * Checks the newest events (64 MiB of them), how the last of them are found, and a sample of the rest, so that a
 * start takes no longer the longer the journal is. The others are checked when they are read, and by `verifyJournal`.
 * @throws JournalUnusableError
 */
export function inspectTail(file: string, db: DatabaseSync): void {
  try {
    check(createStore(db));
  } catch (error) {
    throw damaged(file, reasonOf(error), error);
  }
}
