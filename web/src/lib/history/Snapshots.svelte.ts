import { SvelteMap } from 'svelte/reactivity';

const WAIT_MS = 120;

/** Whole pages of a record as they stood, by revision; fetched once each. */
export class Snapshots<P extends { readonly revision: string }> {
  readonly #ask: (revision: string) => Promise<P | undefined>;
  readonly #pages = new SvelteMap<string, P>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: (revision: string) => Promise<P | undefined>, known: readonly P[]) {
    this.#ask = ask;
    for (const page of known) this.#pages.set(page.revision, page);
  }

  get(revision: string): P | undefined {
    return this.#pages.get(revision);
  }

  /** Fetches a page, unless another is wanted within a moment, as while the slider runs. */
  want(revision: string): void {
    clearTimeout(this.#timer);
    if (!this.#pages.has(revision)) this.#timer = setTimeout(() => void this.fetch(revision), WAIT_MS);
  }

  async fetch(revision: string): Promise<void> {
    if (this.#pages.has(revision)) return;
    const page = await this.#ask(revision);
    if (page) this.#pages.set(revision, page);
  }
}
