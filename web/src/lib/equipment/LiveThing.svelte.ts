import { api } from '#lib/api/browser.ts';
import type { Changed, EquipmentAnswer, EquipmentRow, LiveTable } from '#lib/contract.ts';
import { isLater } from '#lib/live/position.ts';
import type { Listener } from '#lib/live/watches.ts';

/** A thing as it stands now, where it is told of beside another record; kept so by the live connection. */
export class LiveThing implements Listener {
  /** Undefined where it is not there, or not for the viewer. */
  row = $state.raw<EquipmentRow>();
  #position = '0';
  readonly #id: string;

  constructor(equipmentId: string, given: EquipmentAnswer | undefined) {
    this.#id = equipmentId;
    if (given) this.#take(given);
  }

  changed({ table, key, row, position }: Changed): void {
    if (table !== 'equipment_page' || key !== this.#id || isLater(this.#position, position)) return;
    this.row = row === null ? undefined : (row as unknown as EquipmentRow);
    this.#position = position;
  }

  refresh(table: LiveTable): void {
    if (table === 'equipment_register') void this.fetch();
  }

  standing(position: string): void {
    if (isLater(position, this.#position)) void this.fetch();
  }

  /** What the reader may not see stays out of sight. */
  async fetch(): Promise<void> {
    const answer = await api.get<EquipmentAnswer>(`/equipment/${this.#id}`, {}, { after: this.#position });
    if (!answer.ok) return;
    if (isLater(this.#position, answer.value.position)) await this.fetch();
    else this.#take(answer.value);
  }

  #take({ equipment, position }: EquipmentAnswer): void {
    if (isLater(this.#position, position)) return;
    this.row = equipment;
    this.#position = position;
  }
}
