/** Ids are 16 bytes; `type` and `contentType` become the recorded metadata. */
export type ProposedEvent = {
  id: Uint8Array;
  type: string;
  contentType: string;
  data: Uint8Array;
  customMetadata: Uint8Array;
};

export type ExpectedRevision = 'any' | 'no_stream' | 'stream_exists' | bigint;

/** Where an event stands. Positions count from 1 without gaps, revisions from 0; `created` is milliseconds since 1970. */
export type Place = { stream: string; revision: number; position: number; created: number };

/** A stored event: `frame` is the very ReadResp message that a reader is sent. */
export type StoredRecord = {
  position: number;
  stream: number;
  revision: number;
  checksum: number;
  frame: Uint8Array;
};

export type Outcome =
  | { kind: 'written'; revision: number | undefined; position: number | undefined }
  | { kind: 'conflict'; current: number | undefined }
  | { kind: 'deleted' }
  | { kind: 'timeout' }
  | { kind: 'refused'; message: string };

export const NO_STREAM = -1;

/** The revision of a tombstone: the last that a number holds; on the wire it is 2^63 - 1, as in EventStoreDB. */
export const TOMBSTONE = Number.MAX_SAFE_INTEGER;
