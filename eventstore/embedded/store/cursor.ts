import { CorruptRecordError } from './record.ts';
import type { StoredRecord } from './model.ts';
import type { Range } from './store.ts';

const CHUNK_BYTES = 512 * 1024;
const CHUNK_RECORDS = 512;

/** `complete`: the range, or the count that was asked for, is exhausted. */
export type Chunk = { records: StoredRecord[]; complete: boolean };

export type Direction = 'forwards' | 'backwards';

type Source = {
  read: (range: Range) => Iterable<StoredRecord>;
  keyOf: (record: StoredRecord) => number;
  direction: Direction;
};

function take(source: Iterable<StoredRecord>, count: number): StoredRecord[] {
  const records: StoredRecord[] = [];
  let bytes = 0;
  for (const record of source) {
    records.push(record);
    bytes += record.frame.length;
    if (records.length >= count || bytes >= CHUNK_BYTES) break;
  }
  return records;
}

function assertDense(records: StoredRecord[], { keyOf, direction }: Source, first: number): void {
  const step = direction === 'forwards' ? 1 : -1;
  for (const [index, record] of records.entries()) {
    if (keyOf(record) !== first + index * step)
      throw new CorruptRecordError(`an event is missing beside position ${record.position}`);
  }
}

/**
 * Reads the keys in (after, upTo] in chunks of at most about half a MiB.
 * @throws CorruptRecordError when a record is damaged or a key of the range is missing
 */
export function readChunk(source: Source, range: Range, count = Infinity): Chunk {
  const wanted = Math.min(count, range.upTo - range.after);
  if (wanted <= 0) return { records: [], complete: true };
  const records = take(source.read(range), Math.min(wanted, CHUNK_RECORDS));
  assertDense(records, source, source.direction === 'forwards' ? range.after + 1 : range.upTo);
  if (records.length === 0)
    throw new CorruptRecordError(`the events between ${range.after} and ${range.upTo} are missing`);
  return { records, complete: records.length >= wanted };
}

/** What is left of the range after the records of a chunk. */
export function restOf(range: Range, { keyOf, direction }: Source, records: StoredRecord[]): Range {
  const last = records.at(-1);
  if (!last) return range;
  return direction === 'forwards' ? { ...range, after: keyOf(last) } : { ...range, upTo: keyOf(last) - 1 };
}

export type { Source };
