import type { Appended, Expected } from './journal.ts';

/** JSON data and metadata of an event as the server keeps them: personal fields encrypted, any version. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
  readonly stream: string;
  readonly revision: bigint;
  /** The commit position: grows along $all, one an event. */
  readonly position: bigint;
  readonly created: Date;
}

export interface StoredBatch {
  readonly events: readonly StoredEvent[];
  readonly caughtUp: boolean;
}

/** A server of events, in the terms of the server: what {@link Journal} stands on. */
export interface EventStore {
  /** Idempotent by event id where a revision is expected; throws JournalUnavailable when no answer came in time. */
  append(stream: string, events: readonly ProposedEvent[], expected: Expected): Promise<Appended>;
  /** Nothing where the stream does not exist. */
  readStream(stream: string, from: bigint): AsyncIterable<readonly StoredEvent[]>;
  /** Events that are not the server's own, after a position, to the end. */
  readAll(after: bigint | null): AsyncIterable<readonly StoredEvent[]>;
  subscribe(after: bigint | null, signal: AbortSignal): AsyncIterable<StoredBatch>;
  /** The position of the last event that is a record's; null where none of the newest is. */
  lastOfRecords(): Promise<bigint | null>;
  close(): Promise<void>;
}
