import { api } from '#lib/api/browser.ts';
import type {
  Changed,
  CommandName,
  Done,
  EquipmentAnswer,
  EquipmentHistoryRow,
  EquipmentPageRow,
  Listed,
  LiveTable,
} from '#lib/contract.ts';
import { inOrder } from '#lib/history/inOrder.ts';
import { isLater } from '#lib/live/position.ts';
import type { Listener } from '#lib/live/watches.ts';
import type { Commandable } from '#lib/records/context.ts';

const GRACE_MS = 700;

/** What may be done depends on these. */
const fingerprint = (row: EquipmentPageRow): string =>
  JSON.stringify([row.stage, row.acceptance, row.hostId, row.holderId, row.maintenance, row.components]);

/** One thing as it stands now, with its life so far, kept so by the live connection. */
export class EquipmentStore implements Listener, Commandable {
  equipment = $state.raw() as EquipmentPageRow;
  history = $state.raw<readonly EquipmentHistoryRow[]>([]);
  may = $state.raw<readonly CommandName[]>([]);
  /** At which all of it was fetched, and which the page has reached since. */
  #fetched = '0';
  #reached = '0';

  constructor(answer: EquipmentAnswer, history: readonly EquipmentHistoryRow[]) {
    this.take(answer, history);
  }

  get target() {
    return { kind: 'equipment' as const, id: this.equipment.equipmentId };
  }
  get revision(): string {
    return this.equipment.revision;
  }
  can(command: CommandName): boolean {
    return this.may.includes(command);
  }

  take(answer: EquipmentAnswer, history: readonly EquipmentHistoryRow[] = this.history): void {
    if (isLater(this.#reached, answer.position)) return;
    this.equipment = answer.equipment;
    this.may = answer.may;
    this.history = inOrder(history);
    this.#fetched = this.#reached = answer.position;
  }

  changed({ table, key, row, position }: Changed): void {
    if (row === null) return;
    if (table === 'equipment_page' && key === this.equipment.equipmentId)
      this.#takePage(row as unknown as EquipmentPageRow, position);
    else if (table === 'equipment_history') this.#takeEvent(row as unknown as EquipmentHistoryRow);
  }

  refresh(table: LiveTable): void {
    if (table.startsWith('equipment_')) void this.refetch();
  }

  standing(position: string): void {
    if (isLater(position, this.#fetched)) void this.refetch();
  }

  readonly expect = ({ revision }: Pick<Done, 'revision'>): void => {
    setTimeout(() => {
      if (isLater(revision, this.equipment.revision)) void this.refetch();
    }, GRACE_MS);
  };

  async refetch(): Promise<void> {
    const path = `/equipment/${this.equipment.equipmentId}`;
    const asking = { after: this.#reached };
    const [answer, history] = await Promise.all([
      api.get<EquipmentAnswer>(path, {}, asking),
      api.get<Pick<Listed<EquipmentHistoryRow>, 'items'>>(`${path}/history`, {}, asking),
    ]);
    if (!answer.ok) return;
    if (isLater(this.#reached, answer.value.position)) await this.refetch();
    else this.take(answer.value, history.ok ? history.value.items : this.history);
  }

  /** The row of the thing may stand before the position: a ticket may have named it there. */
  #takePage(row: EquipmentPageRow, position: string): void {
    if (!isLater(position, this.#reached)) return;
    this.#reached = position;
    const before = fingerprint(this.equipment);
    this.equipment = row;
    if (before !== fingerprint(row)) void this.refetch();
  }

  #takeEvent(row: EquipmentHistoryRow): void {
    if (row.equipmentId !== this.equipment.equipmentId) return;
    this.history = inOrder([...this.history.filter(({ eventId }) => eventId !== row.eventId), row]);
  }
}
