import { api } from '#lib/api/browser.ts';
import type { Listed, TicketAnswer, TicketQueueRow } from '#lib/contract.ts';

const WAIT_MS = 120;
const LIMIT = 8;

/** Finds tickets by number or words, as somebody types. */
export class TicketSearch {
  found = $state.raw<readonly TicketQueueRow[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  look(text: string): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    const wanted = text.trim().replace(/^#/, '');
    if (wanted === '') this.found = [];
    else this.#timer = setTimeout(() => void this.#ask(wanted), WAIT_MS);
  }

  async #ask(text: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const [byNumber, byWords] = await Promise.all([
        this.#byNumber(text, asking.signal),
        this.#byWords(text, asking.signal),
      ]);
      if (this.#asking !== asking) return;
      const rest = byWords.filter((row) => row.ticketId !== byNumber?.ticketId);
      this.found = byNumber ? [byNumber, ...rest] : rest;
    } catch {
      // Aborted: somebody typed on.
    }
  }

  async #byNumber(text: string, signal: AbortSignal): Promise<TicketQueueRow | undefined> {
    if (!/^\d{1,9}$/.test(text)) return undefined;
    const answer = await api.get<TicketAnswer>(`/tickets/${text}`, {}, { signal });
    return answer.ok ? answer.value.ticket : undefined;
  }

  async #byWords(text: string, signal: AbortSignal): Promise<readonly TicketQueueRow[]> {
    const answer = await api.get<Listed<TicketQueueRow>>('/tickets', { q: text, limit: LIMIT }, { signal });
    return answer.ok ? answer.value.items : [];
  }
}
