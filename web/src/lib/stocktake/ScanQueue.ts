import type { Answer } from '#lib/api/request.ts';
import type { Problem } from '#lib/contract.ts';
import type { Entry, Shelf } from './shelf.ts';

export type Sending = (entry: Entry) => Promise<Answer<unknown>>;

interface Parts {
  readonly shelf: Shelf;
  readonly send: Sending;
  /** Lets one page of the browser at a time send. */
  readonly alone?: (act: () => Promise<void>) => Promise<void>;
  readonly onchange?: () => void;
  readonly ontaken?: (entry: Entry) => void;
}

const PASSING = [401, 408, 429];

/** The desk has said no, and would again. */
const isFinal = ({ status }: Problem): boolean => status >= 400 && status < 500 && !PASSING.includes(status);

/**
 * What was scanned goes to the desk in the order in which it was scanned, one after the other, each kept
 * until the desk has answered; an answer that was lost is asked for again under the same key.
 */
export class ScanQueue {
  readonly #parts: Parts;
  #draining: Promise<void> | undefined;
  #asked = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get waiting(): readonly Entry[] {
    return this.#parts.shelf.list().filter(({ problem }) => !problem);
  }

  /** Those that the desk did not take; they stay until somebody has seen them. */
  get refused(): readonly Entry[] {
    return this.#parts.shelf.list().filter(({ problem }) => problem);
  }

  /** True where it outlives the page. */
  add(entry: Omit<Entry, 'order'>): boolean {
    const last = this.#parts.shelf.list().at(-1)?.order ?? 0;
    const kept = this.#parts.shelf.put({ ...entry, order: last + 1 });
    this.#parts.onchange?.();
    return kept;
  }

  forget(key: string): void {
    this.#parts.shelf.drop(key);
    this.#parts.onchange?.();
  }

  /** Sends what waits, until all is sent or the desk cannot be reached. */
  drain(): Promise<void> {
    this.#asked = true;
    this.#draining ??= this.#whileAsked().finally(() => (this.#draining = undefined));
    return this.#draining;
  }

  /** What was added while the last answer came is not left behind. */
  async #whileAsked(): Promise<void> {
    const { alone = (act: () => Promise<void>) => act() } = this.#parts;
    while (this.#asked) {
      this.#asked = false;
      await alone(() => this.#sendAll());
    }
  }

  async #sendAll(): Promise<void> {
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      const answer = await this.#parts.send(next);
      if (!answer.ok && !isFinal(answer.problem)) return;
      this.#settle(next, answer);
      this.#parts.onchange?.();
    }
  }

  #settle(entry: Entry, answer: Answer<unknown>): void {
    const { shelf, ontaken } = this.#parts;
    if (answer.ok || entry.command === 'undoScan') shelf.drop(entry.key);
    else shelf.put({ ...entry, problem: answer.problem });
    if (answer.ok) ontaken?.(entry);
  }
}
