import type { Journal, Recorded } from '#eventstore/journal.ts';

export interface Taken {
  readonly events: readonly Recorded[];
  /** Nothing more has been recorded so far. */
  readonly caughtUp: boolean;
}

/** Events that are handed out at once: few, so that they are folded and gone while they are young. */
const PIECE = 250;
/** Enough of them that the journal need not be waited for. */
const AHEAD = 1_500;

/** Reads the journal a little ahead of the folding, and hands out in pieces what has come. */
export class Feed {
  #events: Recorded[] = [];
  #caughtUp = false;
  #fault: unknown;
  #ended = false;
  #last: bigint | null;
  #wake: (() => void)[] = [];
  readonly #abort = new AbortController();
  readonly #signal: AbortSignal;
  readonly #reading: Promise<void>;

  /** Reads until it is stopped or the signal is aborted. */
  constructor(journal: Pick<Journal, 'subscribe'>, after: bigint | null, signal: AbortSignal) {
    this.#last = after;
    this.#signal = AbortSignal.any([signal, this.#abort.signal]);
    this.#signal.addEventListener('abort', () => this.#notify(), { once: true });
    this.#reading = this.#read(journal).catch((fault: unknown) => {
      this.#fault = fault;
    });
    void this.#reading.then(() => {
      this.#ended = true;
      this.#notify();
    });
  }

  async #read(journal: Pick<Journal, 'subscribe'>): Promise<void> {
    for await (const { events, caughtUp } of journal.subscribe(this.#last, this.#signal)) {
      for (const event of events) this.#add(event);
      this.#caughtUp ||= caughtUp;
      this.#notify();
      while (this.#events.length > AHEAD && !this.#signal.aborted) await this.#change();
      if (this.#signal.aborted) return;
    }
  }

  /** An event that has been handed out already is not handed out again. */
  #add(event: Recorded): void {
    if (this.#last !== null && event.position <= this.#last) return;
    this.#last = event.position;
    this.#events.push(event);
  }

  /** The next events; none where there is nothing, or it is stopped. */
  async take(): Promise<Taken> {
    await this.#until(() => this.#caughtUp || this.#events.length >= PIECE);
    return this.#hand(PIECE);
  }

  /** Waits until there is something to take or nothing more is coming. */
  async arrived(): Promise<void> {
    await this.#until(() => this.#events.length > 0);
  }

  /** The next events up to a position, which must have been recorded. */
  async takeUpTo(position: bigint): Promise<readonly Recorded[]> {
    await this.#until(() => this.#events.length >= PIECE || (this.#last !== null && this.#last >= position));
    const beyond = this.#events.findIndex((event) => event.position > position);
    return this.#hand(Math.min(PIECE, beyond < 0 ? this.#events.length : beyond)).events;
  }

  #hand(count: number): Taken {
    const events = this.#events.splice(0, count);
    this.#notify();
    return { events, caughtUp: this.#caughtUp && this.#events.length === 0 };
  }

  async #until(so: () => boolean): Promise<void> {
    while (!so() && !this.stopped) await this.#change();
    if (!so() && this.#fault !== undefined) throw this.#fault as Error;
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#wake.push(resolve));
  }

  #notify(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }

  get stopped(): boolean {
    return this.#ended || this.#signal.aborted;
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#reading;
  }
}
