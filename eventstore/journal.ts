import type { DomainEvent } from '#domain/catalogue.ts';
import type { Happened } from '#domain/event.ts';
import type { StreamName, UserId } from '#domain/ids.ts';
import type { Role } from '#domain/role.ts';

/** Why an event is there. Instants are RFC 3339 in UTC. */
export interface Metadata {
  readonly commandId: string;
  readonly command: string;
  readonly actorId: UserId | null;
  readonly actorRole: Role | 'desk';
  readonly correlationId: string;
  readonly causationId: string | null;
  /** When it happened, which may be before it was recorded. */
  readonly occurredAt: string;
}

/** An event as the journal holds it: where it stands, and when it was recorded (RFC 3339, UTC). */
export type Recorded<E extends DomainEvent = DomainEvent> = Happened<E> & {
  readonly eventId: string;
  readonly stream: StreamName;
  /** The part of the stream's name after its first dash. */
  readonly entityId: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly recordedAt: string;
  readonly meta: Metadata;
};

/** The revision of the last event that the writer knows of; `any` takes whatever is there. */
export type Expected = bigint | 'no stream' | 'any';

export type Appended =
  | { readonly ok: true; readonly revision: bigint; readonly position: bigint }
  | { readonly ok: false; readonly actual: bigint | 'no stream' };

/** What has arrived since the last batch; `caughtUp` once the reader stands at the end of the journal. */
export interface Batch {
  readonly events: readonly Recorded[];
  readonly caughtUp: boolean;
}

export interface Journal {
  /**
   * Appends all events or none. Event ids are `uuidv5(commandId, index)`, so a repeat of the same append
   * is answered with the first result. Throws {@link JournalUnavailable} when no answer came in time.
   */
  append(append: {
    readonly stream: StreamName;
    readonly events: readonly DomainEvent[];
    readonly meta: Metadata;
    readonly expected: Expected;
  }): Promise<Appended>;
  /** Events of one stream from a revision on; nothing where the stream does not exist. */
  readStream(stream: StreamName, from?: bigint): AsyncIterable<Recorded>;
  /** Every domain event after a position (null: from the beginning), to the end of the journal. */
  readAll(after: bigint | null): AsyncIterable<Recorded>;
  /**
   * Every event of a record after a position, then live, for as long as the signal is not aborted; those that keep
   * values unique and numbers in order are nobody's news. Reconnects by itself
   * and goes on after the last batch that the consumer has taken.
   */
  subscribe(after: bigint | null, signal: AbortSignal): AsyncIterable<Batch>;
  /** The position of the last event of a record, by whomever; null where there is none. */
  end(): Promise<bigint | null>;
  close(): Promise<void>;
}

/** The journal could not be reached, or did not answer in time; what was asked may or may not have been done. */
export class JournalUnavailable extends Error {
  override readonly name = 'JournalUnavailable';
}

/** An event stands in the journal that cannot be understood: an unknown type or version, or data that does not fit. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;

  constructor(event: { stream: string; revision: bigint; type: string }, reason: string) {
    super(`Event ${event.revision.toString()} of ${event.stream} (${event.type}) cannot be read: ${reason}`);
    this.stream = event.stream;
    this.revision = event.revision;
    this.type = event.type;
  }
}

/** An event was to be appended whose type or data is not in the catalogue. Nothing was written. */
export class UnwritableEvent extends Error {
  override readonly name = 'UnwritableEvent';
  readonly stream: string;
  readonly type: string;

  constructor(stream: string, type: string, reason: string) {
    super(`${type} cannot be written to ${stream}: ${reason}`);
    this.stream = stream;
    this.type = type;
  }
}
