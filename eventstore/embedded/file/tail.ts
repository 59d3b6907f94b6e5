import type { DatabaseSync } from 'node:sqlite';
import { readChunk } from '../store/cursor.ts';
import { CorruptRecordError } from '../store/record.ts';
import type { StoredRecord } from '../store/model.ts';
import { createStore, type Store } from '../store/store.ts';
import { damaged } from './unusable.ts';

const SAMPLES = 64;

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

function check(store: Store): void {
  const last = store.lastPosition();
  const read = store.allBackwards;
  const source = { read, keyOf: (record: StoredRecord) => record.position, direction: 'backwards' as const };
  for (const record of readChunk(source, { after: 0, upTo: last }).records) assertIndexed(store, record);
  for (const position of samplePositions(last)) {
    const [record] = readChunk(source, { after: position - 1, upTo: position }).records;
    if (record) assertIndexed(store, record);
  }
}

/**
 * Checks the last events (up to half a MiB of them), where a crash or a copy goes wrong first, and a sample of the
 * rest. The others are checked when they are read, and by `verifyJournal`.
 * @throws JournalUnusableError
 */
export function inspectTail(file: string, db: DatabaseSync): void {
  try {
    check(createStore(db));
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error), error);
  }
}
