import { randomBytes } from 'node:crypto';
import { checksum, encodeFrame } from './record.ts';
import { NO_STREAM, TOMBSTONE, type ExpectedRevision, type Outcome, type ProposedEvent } from './model.ts';
import { judgeAppend, type StreamView, type Verdict } from './rules.ts';
import type { Store } from './store.ts';
import * as metadata from './streamMetadata.ts';
import type { Streams } from './streams.ts';

const JSON_CONTENT = 'application/json';

function systemEvent(type: string, data: Uint8Array): ProposedEvent {
  const id = randomBytes(16);
  return { id, type, contentType: JSON_CONTENT, data, customMetadata: new Uint8Array() };
}

/** Decides and writes within the caller's transaction, which ends in `settle` or `reset`. */
export function createWriter(store: Store, streams: Streams) {
  let committed = store.lastPosition();
  let position = committed;
  const touched = new Set<string>();

  const viewOf = (stream: string): StreamView => {
    const { id, head, metadata: limits } = streams.get(stream);
    return {
      head,
      softDeleted: limits.softDeleted,
      hasMetadata: () => streams.get(metadata.metastreamOf(stream)).head !== NO_STREAM,
      findById: (eventId) => store.findById(id, eventId),
      idAt: (revision) => store.findByRevision(id, revision),
    };
  };

  function judge(stream: string, expected: ExpectedRevision, ids: Uint8Array[]): Verdict {
    return streams.isDeleted(stream) ? { kind: 'deleted' } : judgeAppend(viewOf(stream), expected, ids);
  }

  function write(stream: string, event: ProposedEvent, revision: number, created: number): void {
    const state = streams.get(stream);
    if (state.id === 0) state.id = store.insertStream(stream);
    position += 1;
    const frame = encodeFrame(event, { stream, revision, position, created });
    const keyed = { position, stream: state.id, revision, frame };
    store.insertEvent({ ...keyed, checksum: checksum(keyed) }, event.id);
    state.head = revision;
    touched.add(stream);
  }

  function writeMetadata(stream: string, data: Uint8Array): void {
    const metastream = metadata.metastreamOf(stream);
    const event = systemEvent(metadata.METADATA_TYPE, data);
    write(metastream, event, streams.get(metastream).head + 1, Date.now());
    streams.get(stream).metadata = metadata.parseMetadata(data);
  }

  function revive(stream: string, data: Uint8Array, from: number): void {
    writeMetadata(stream, metadata.revivedMetadata(data, from));
  }

  function applyMetadata(stream: string, event: ProposedEvent): void {
    const state = streams.get(stream);
    const wasSoftDeleted = state.metadata.softDeleted;
    state.metadata = metadata.parseMetadata(event.data);
    if (wasSoftDeleted) revive(stream, event.data, state.head + 1);
  }

  function writeAll(stream: string, events: ProposedEvent[]): Outcome {
    const { head, metadata: limits } = streams.get(stream);
    const created = Date.now();
    for (const [index, event] of events.entries()) write(stream, event, head + 1 + index, created);
    const written = { kind: 'written' as const, revision: head + events.length, position };
    const last = events.at(-1);
    if (last && metadata.isMetastream(stream)) applyMetadata(metadata.originalOf(stream), last);
    if (limits.softDeleted) revive(stream, streams.readMetadata(stream) ?? new Uint8Array(), head + 1);
    return written;
  }

  function refusal(verdict: Exclude<Verdict, { kind: 'append' }>, stream: string): Outcome {
    if (verdict.kind === 'repeat') return { kind: 'written', ...verdict.last };
    if (verdict.kind === 'deleted') return { kind: 'deleted' };
    const { head } = streams.get(stream);
    return { kind: 'conflict', current: head === NO_STREAM ? undefined : head };
  }

  function append(stream: string, expected: ExpectedRevision, events: ProposedEvent[]): Outcome {
    const ids = events.map((event) => event.id);
    const verdict = judge(stream, expected, ids);
    if (verdict.kind !== 'append') return refusal(verdict, stream);
    if (events.length > 0) return writeAll(stream, events);
    const { head } = streams.get(stream);
    return { kind: 'written', revision: head === NO_STREAM ? undefined : head, position: undefined };
  }

  function softDelete(stream: string, expected: ExpectedRevision): Outcome {
    const verdict = judge(stream, expected, [randomBytes(16)]);
    if (verdict.kind !== 'append') return refusal(verdict, stream);
    const view = viewOf(stream);
    if (view.head === NO_STREAM && !view.hasMetadata()) return { kind: 'conflict', current: undefined };
    writeMetadata(stream, metadata.softDeleteMetadata());
    return { kind: 'written', revision: undefined, position };
  }

  function tombstone(stream: string, expected: ExpectedRevision): Outcome {
    const verdict = judge(stream, expected, [randomBytes(16)]);
    if (verdict.kind !== 'append') return refusal(verdict, stream);
    write(stream, systemEvent('$streamDeleted', new Uint8Array()), TOMBSTONE, Date.now());
    return { kind: 'written', revision: undefined, position };
  }

  /** The transaction is committed: tells the streams it wrote. */
  function settle(): Set<string> {
    const names = new Set(touched);
    touched.clear();
    committed = position;
    return names;
  }

  /** The transaction is rolled back. */
  function reset(): void {
    streams.forget();
    touched.clear();
    position = committed;
  }

  return { append, softDelete, tombstone, settle, reset, lastPosition: () => committed };
}

export type Writer = ReturnType<typeof createWriter>;
