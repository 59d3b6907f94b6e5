import { createHash } from 'node:crypto';
import type { DomainEvent } from '#domain/catalogue.ts';
import { userId, type UserId } from '#domain/ids.ts';
import type { Batch, Journal, Recorded } from '#eventstore/journal.ts';
import type { Role } from '#domain/role.ts';

/** The same UUID for the same word, so that a test can name its records. */
export function idOf(word: string): string {
  const hex = createHash('sha256').update(word).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface Happening {
  readonly stream: string;
  readonly event: { readonly type: string; readonly data: object };
  readonly by?: string | null;
  readonly role?: Role;
  /** RFC 3339. */
  readonly at?: string;
}

const START = Date.parse('2026-01-01T08:00:00.000Z');

/** Gives events the places in a journal that they would have in this order. */
export class Recorder {
  readonly events: Recorded[] = [];
  readonly #revisions = new Map<string, bigint>();

  add({ stream, event, by = null, role = 'technician', at }: Happening): Recorded {
    const position = BigInt(this.events.length + 1) * 10n;
    const recordedAt = new Date(START + this.events.length * 1_000).toISOString();
    const revision = (this.#revisions.get(stream) ?? -1n) + 1n;
    this.#revisions.set(stream, revision);
    const entityId = stream.slice(stream.indexOf('-') + 1);
    const actor: UserId | null = by === null ? null : userId.parse(by);
    const recorded = {
      ...(event as DomainEvent),
      by: actor,
      at: at ?? recordedAt,
      eventId: idOf(`event ${String(position)}`),
      stream: stream as Recorded['stream'],
      entityId,
      revision,
      position,
      recordedAt,
      meta: {
        commandId: idOf(`command ${String(position)}`),
        command: 'test',
        actorId: actor,
        actorRole: actor ? role : 'desk',
        correlationId: idOf(`command ${String(position)}`),
        causationId: null,
        occurredAt: at ?? recordedAt,
      },
    } as Recorded;
    this.events.push(recorded);
    return recorded;
  }
}

/**
 * A journal that is an array: it hands out what is in it, in batches of the sizes given, then what is added; before
 * each batch as many of the events before it as `repeats` says, once more.
 */
export class ArrayJournal implements Pick<Journal, 'subscribe'> {
  readonly recorder: Recorder;
  readonly #sizes: readonly number[];
  readonly #repeats: number;
  #wake: (() => void)[] = [];
  subscriptions = 0;

  constructor(recorder = new Recorder(), sizes: readonly number[] = [500], repeats = 0) {
    this.recorder = recorder;
    this.#sizes = sizes;
    this.#repeats = repeats;
  }

  add(...happenings: readonly Happening[]): bigint {
    for (const one of happenings) this.recorder.add(one);
    this.announce();
    return this.head;
  }

  get head(): bigint {
    return this.recorder.events.at(-1)?.position ?? -1n;
  }

  announce(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }

  async *subscribe(after: bigint | null, signal: AbortSignal): AsyncGenerator<Batch> {
    this.subscriptions++;
    let next = this.recorder.events.findIndex(({ position }) => after === null || position > after);
    if (next < 0) next = this.recorder.events.length;
    const stopped = () => signal.aborted;
    signal.addEventListener('abort', () => this.announce(), { once: true });
    for (let turn = 0; !stopped(); turn++) {
      const size = this.#sizes[turn % this.#sizes.length] ?? 1;
      const events = this.recorder.events.slice(Math.max(0, next - this.#repeats), next + size);
      next = Math.min(next + size, this.recorder.events.length);
      yield { events, caughtUp: next >= this.recorder.events.length };
      while (next >= this.recorder.events.length && !stopped())
        await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
  }
}
