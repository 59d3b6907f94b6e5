import { SvelteMap } from 'svelte/reactivity';
import { api } from '#lib/api/browser.ts';
import type { TicketAnswer, TicketPageRow } from '#lib/contract.ts';

const WAIT_MS = 120;

/** Whole pages of a ticket as they stood, by revision; fetched once each. */
export class Snapshots {
  readonly #ticketId: string;
  readonly #pages = new SvelteMap<string, TicketPageRow>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ticketId: string, known: readonly TicketPageRow[]) {
    this.#ticketId = ticketId;
    for (const page of known) this.#pages.set(page.revision, page);
  }

  get(revision: string): TicketPageRow | undefined {
    return this.#pages.get(revision);
  }

  /** Fetches a page, unless another is wanted within a moment, as while the slider runs. */
  want(revision: string): void {
    clearTimeout(this.#timer);
    if (!this.#pages.has(revision)) this.#timer = setTimeout(() => void this.fetch(revision), WAIT_MS);
  }

  async fetch(revision: string): Promise<void> {
    if (this.#pages.has(revision)) return;
    const answer = await api.get<TicketAnswer>(`/tickets/${this.#ticketId}`, { revision });
    if (answer.ok) this.#pages.set(revision, answer.value.ticket);
  }
}
