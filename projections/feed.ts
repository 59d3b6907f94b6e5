import type { Journal, Recorded } from '#eventstore/journal.ts';

export interface Taken {
  readonly events: readonly Recorded[];
  /** Nothing more has been recorded so far. */
  readonly caughtUp: boolean;
}

const CATCHING_UP = 5_000;
const AHEAD = 6_000;

/** Reads the journal ahead of the folding, and hands out what has come in batches. */
export class Feed {
  #events: Recorded[] = [];
  #caughtUp = false;
  #fault: unknown;
  #ended = false;
  #last: bigint | null;
  #wake: (() => void)[] = [];
  readonly #abort = new AbortController();
  readonly #reading: Promise<void>;

  constructor(journal: Pick<Journal, 'subscribe'>, after: bigint | null) {
    this.#last = after;
    this.#reading = this.#read(journal).catch((fault: unknown) => {
      this.#fault = fault;
    });
    void this.#reading.then(() => {
      this.#ended = true;
      this.#notify();
    });
  }

  async #read(journal: Pick<Journal, 'subscribe'>): Promise<void> {
    const { signal } = this.#abort;
    for await (const { events, caughtUp } of journal.subscribe(this.#last, signal)) {
      for (const event of events) this.#add(event);
      this.#caughtUp ||= caughtUp;
      this.#notify();
      while (this.#events.length > AHEAD && !signal.aborted) await this.#change();
      if (signal.aborted) return;
    }
  }

  /** An event that has been handed out already is not handed out again. */
  #add(event: Recorded): void {
    if (this.#last !== null && event.position <= this.#last) return;
    this.#last = event.position;
    this.#events.push(event);
  }

  /** The next batch: 5,000 events while catching up, then what has come; none where there is nothing, or it is stopped. */
  async take(): Promise<Taken> {
    await this.#until(() => this.#caughtUp || this.#events.length >= CATCHING_UP);
    return this.#hand(CATCHING_UP);
  }

  /** Waits until there is something to take or nothing more is coming. */
  async arrived(): Promise<void> {
    await this.#until(() => this.#events.length > 0);
  }

  /** The next events up to a position, which must have been recorded. */
  async takeUpTo(position: bigint): Promise<readonly Recorded[]> {
    await this.#until(() => this.#last !== null && this.#last >= position);
    const beyond = this.#events.findIndex((event) => event.position > position);
    return this.#hand(Math.min(CATCHING_UP, beyond < 0 ? this.#events.length : beyond)).events;
  }

  #hand(count: number): Taken {
    const events = this.#events.splice(0, count);
    this.#notify();
    return { events, caughtUp: this.#caughtUp && this.#events.length === 0 };
  }

  async #until(so: () => boolean): Promise<void> {
    while (!so() && !this.#ended) await this.#change();
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
    return this.#ended || this.#abort.signal.aborted;
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    this.#ended = true;
    this.#notify();
    await this.#reading;
  }
}
