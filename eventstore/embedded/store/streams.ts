import { decodeFrame } from './record.ts';
import { NO_STREAM, TOMBSTONE } from './model.ts';
import type { Store } from './store.ts';
import * as metadata from './streamMetadata.ts';

const CACHED_STREAMS = 50_000;

/** `id` 0 means that the stream has no row yet; `head` is the last revision, NO_STREAM or TOMBSTONE. */
export type StreamState = { id: number; head: number; metadata: metadata.StreamMetadata };

/** Heads and metadata of the streams in use, read from the store on first use. */
export function createStreams(store: Store) {
  const cache = new Map<string, StreamState>();

  function readMetadata(name: string): Uint8Array | undefined {
    const id = store.streamId(metadata.metastreamOf(name));
    const last = id === undefined ? undefined : store.record(id, store.head(id));
    return last && decodeFrame(last.frame).data;
  }

  function loadMetadata(name: string): metadata.StreamMetadata {
    if (metadata.isMetastream(name)) return metadata.METASTREAM_METADATA;
    const data = readMetadata(name);
    return data ? metadata.parseMetadata(data) : metadata.NO_METADATA;
  }

  function load(name: string): StreamState {
    const id = store.streamId(name) ?? 0;
    const state = { id, head: id === 0 ? NO_STREAM : store.head(id), metadata: loadMetadata(name) };
    const oldest = cache.size >= CACHED_STREAMS ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    cache.set(name, state);
    return state;
  }

  const get = (name: string): StreamState => cache.get(name) ?? load(name);

  /** The metadata of a tombstoned stream is as deleted as the stream. */
  const isDeleted = (name: string): boolean =>
    get(name).head === TOMBSTONE ||
    (metadata.isMetastream(name) && get(metadata.originalOf(name)).head === TOMBSTONE);

  return { get, isDeleted, readMetadata, forget: () => cache.clear() };
}

export type Streams = ReturnType<typeof createStreams>;
