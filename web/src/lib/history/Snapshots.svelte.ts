import { SvelteMap } from 'svelte/reactivity';

const WAIT_MS = 120;

/** Whole pages of a record as they stood, by points of its history; fetched once each. */
export class Snapshots<P> {
  readonly #ask: (point: string) => Promise<P | undefined>;
  readonly #pages = new SvelteMap<string, P>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: (point: string) => Promise<P | undefined>, known: readonly (readonly [string, P])[]) {
    this.#ask = ask;
    for (const [point, page] of known) this.#pages.set(point, page);
  }

  get(point: string): P | undefined {
    return this.#pages.get(point);
  }

  /** Fetches pages, unless others are wanted within a moment, as while the slider runs. */
  want(...points: readonly string[]): void {
    clearTimeout(this.#timer);
    const missing = points.filter((point) => !this.#pages.has(point));
    if (missing.length === 0) return;
    this.#timer = setTimeout(() => {
      for (const point of missing) void this.fetch(point);
    }, WAIT_MS);
  }

  async fetch(point: string): Promise<void> {
    if (this.#pages.has(point)) return;
    const page = await this.#ask(point);
    if (page) this.#pages.set(point, page);
  }
}
