import { readChunk, type Chunk } from '../store/cursor.ts';
import { isExpired, visibleRange } from '../store/visibility.ts';
import type { Context } from './context.ts';
import { streamDeleted } from './failures.ts';
import type { From } from './readRequest.ts';
import { allSource, streamSource } from './sources.ts';

/** What a subscription follows: each call gives the next committed events, none when there are none yet. */
export type Feed = { next: () => Chunk; position: () => number };

/** A subscription excludes the key it starts from. */
const cursorFrom = (from: From, start: number, end: number): number => {
  if (from === 'start') return start;
  return from === 'end' ? end : from;
};

export function allFeed({ store, lastPosition }: Context, from: From): Feed {
  const source = allSource(store, 'forwards');
  let cursor = cursorFrom(from, 0, lastPosition());

  function next(): Chunk {
    const chunk = readChunk(source, { after: cursor, upTo: lastPosition() });
    cursor = chunk.records.at(-1)?.position ?? cursor;
    return chunk;
  }

  return { next, position: () => cursor };
}

export function streamFeed({ store, streams }: Context, stream: string, from: From): Feed {
  let cursor = cursorFrom(from, -1, streams.get(stream).head);

  function next(): Chunk {
    if (streams.isDeleted(stream)) throw streamDeleted(stream);
    const state = streams.get(stream);
    const visible = visibleRange(state);
    const range = { ...visible, after: Math.max(cursor, visible.after) };
    const { records, complete } = readChunk(streamSource(store, state.id, 'forwards'), range);
    cursor = records.at(-1)?.revision ?? cursor;
    return { records: records.filter((record) => !isExpired(record, state)), complete };
  }

  return { next, position: () => cursor };
}
