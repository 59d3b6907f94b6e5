import { decodeFrame } from './record.ts';
import { NO_STREAM, TOMBSTONE, type StoredRecord } from './model.ts';
import type { Range } from './store.ts';
import type { StreamState } from './streams.ts';

/** The revisions that truncation ($tb, $maxCount) leaves of a stream. */
export function visibleRange({ head, metadata }: StreamState): Range {
  const first = Math.max(metadata.truncateBefore, head - metadata.maxCount + 1);
  return { after: first - 1, upTo: head === TOMBSTONE ? NO_STREAM : head };
}

export function isExpired(record: StoredRecord, { metadata }: StreamState): boolean {
  if (metadata.maxAge === Infinity) return false;
  return decodeFrame(record.frame).created < Date.now() - metadata.maxAge * 1000;
}
