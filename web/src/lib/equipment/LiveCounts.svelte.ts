import { api } from '#lib/api/browser.ts';
import type { Changed, EquipmentCountRow, EquipmentCountsAnswer, LiveTable } from '#lib/contract.ts';
import type { Listener } from '#lib/live/watches.ts';

const WAIT_MS = 400;

/** How many things are at each stage, asked again a little after something has changed. */
export class LiveCounts implements Listener {
  rows = $state.raw<readonly EquipmentCountRow[]>([]);
  #asked = false;

  constructor(rows: readonly EquipmentCountRow[]) {
    this.rows = rows;
  }

  changed({ table }: Changed): void {
    this.refresh(table);
  }

  refresh(table: LiveTable): void {
    if (table !== 'equipment_register' || this.#asked) return;
    this.#asked = true;
    setTimeout(() => void this.#ask(), WAIT_MS);
  }

  async #ask(): Promise<void> {
    this.#asked = false;
    const answer = await api.get<EquipmentCountsAnswer>('/equipment/counts');
    if (answer.ok) this.rows = answer.value.counts;
  }
}
