import { NO_STREAM, type ExpectedRevision } from './model.ts';

type Found = { revision: number; position: number };

/** What the rules need to know of a stream that is not tombstoned. */
export type StreamView = {
  head: number;
  softDeleted: boolean;
  hasMetadata: () => boolean;
  findById: (id: Uint8Array) => Found | undefined;
  idAt: (revision: number) => { id: Uint8Array; position: number } | undefined;
};

export type Verdict =
  { kind: 'append' } | { kind: 'repeat'; last: Found } | { kind: 'conflict' } | { kind: 'deleted' };

const APPEND: Verdict = { kind: 'append' };
const CONFLICT: Verdict = { kind: 'conflict' };

function repeatAnywhere(view: StreamView, ids: Uint8Array[]): Verdict {
  let last: Found | undefined;
  for (const [index, id] of ids.entries()) {
    const found = view.findById(id);
    if (!found) return index === 0 ? APPEND : CONFLICT;
    last = found;
  }
  return last ? { kind: 'repeat', last } : APPEND;
}

function repeatAt(view: StreamView, expected: number, ids: Uint8Array[]): Verdict {
  let last: Found | undefined;
  for (const [index, id] of ids.entries()) {
    const revision = expected + 1 + index;
    const stored = view.idAt(revision);
    if (!stored || Buffer.compare(stored.id, id) !== 0) {
      const revives = index === 0 && expected === NO_STREAM && view.softDeleted;
      return revives ? APPEND : CONFLICT;
    }
    last = { revision, position: stored.position };
  }
  return last ? { kind: 'repeat', last } : CONFLICT;
}

function judgeExisting(view: StreamView, ids: Uint8Array[]): Verdict {
  if (view.softDeleted) return { kind: 'deleted' };
  if (view.head === NO_STREAM && !view.hasMetadata()) return CONFLICT;
  return repeatAnywhere(view, ids);
}

/**
 * Whether events with these ids may be appended: optimistic concurrency and idempotency as in EventStoreDB's
 * IndexWriter.CheckCommit. Part of an earlier append followed by something else is a conflict.
 */
export function judgeAppend(view: StreamView, expected: ExpectedRevision, ids: Uint8Array[]): Verdict {
  if (expected === 'any') return repeatAnywhere(view, ids);
  if (expected === 'stream_exists') return judgeExisting(view, ids);
  const revision = expected === 'no_stream' ? NO_STREAM : Number(expected);
  if (revision < view.head) return repeatAt(view, revision, ids);
  return revision === view.head ? APPEND : CONFLICT;
}
