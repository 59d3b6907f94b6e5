import { api } from '#lib/api/browser.ts';
import type { EquipmentListed, EquipmentRow } from '#lib/contract.ts';

const WAIT_MS = 120;
const LIMIT = 8;

/** Finds equipment by tag, serial or words, as somebody types. */
export class ThingSearch {
  found = $state.raw<readonly EquipmentRow[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  look(text: string): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    const wanted = text.trim();
    if (wanted === '') this.found = [];
    else this.#timer = setTimeout(() => void this.#ask(wanted), WAIT_MS);
  }

  async #ask(q: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const answer = await api.get<EquipmentListed>(
        '/equipment',
        { q, limit: LIMIT },
        { signal: asking.signal },
      );
      if (answer.ok && this.#asking === asking) this.found = answer.value.items;
    } catch {
      // Aborted: somebody typed on.
    }
  }
}
