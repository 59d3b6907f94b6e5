import type { ReadDatabase } from './readDatabase.ts';
import type { Generation } from './state.ts';
import type { Waiting } from './waiting.ts';

const LOOK_MS = 20;
const IDLE_MS = 500;

/** In a process that does not project: learns from the database how far the one that does has come. */
export class Follower {
  readonly #read: ReadDatabase;
  readonly #waiting: Waiting;
  #ready: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(read: ReadDatabase, waiting: Waiting) {
    this.#read = read;
    this.#waiting = waiting;
  }

  /** Calls back each time that it finds all tables there in their present version. */
  start(ready: () => void): void {
    this.#ready = ready;
    this.#plan(0);
  }

  stop(): void {
    this.#ready = undefined;
    clearTimeout(this.#timer);
  }

  /** Somebody has begun to wait. */
  look(): void {
    if (this.#ready && !this.#looking) this.#plan(0);
  }

  #plan(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#once(), ms);
    this.#timer.unref();
  }

  async #once(): Promise<void> {
    this.#looking = true;
    await this.#see().catch(() => undefined);
    this.#looking = false;
    if (this.#ready) this.#plan(this.#waiting.any ? LOOK_MS : IDLE_MS);
  }

  async #see(): Promise<void> {
    const generations = await this.#read.refresh();
    const active = generations.filter(({ status }) => status === 'active');
    if (!this.#ready || active.length === 0) return;
    const running = active.filter(({ fault }) => fault === null);
    const position = running.reduce((most, one) => (one.position > most ? one.position : most), -1n);
    if (position > this.#waiting.position) this.#waiting.reach(position);
    if (this.#allThere(active)) this.#ready();
  }

  #allThere(active: readonly Generation[]): boolean {
    return this.#read.projections.every(({ name, version }) =>
      active.some((one) => one.name === name && one.version === version),
    );
  }
}
