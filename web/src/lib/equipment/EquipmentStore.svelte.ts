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
  #position = '0';

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
    const known = this.equipment as EquipmentPageRow | undefined;
    if (known && isLater(known.position, answer.equipment.position)) return;
    this.equipment = answer.equipment;
    this.may = answer.may;
    this.history = inOrder(history);
    this.#position = answer.position;
  }

  changed({ table, key, row }: Changed): void {
    if (row === null) return;
    if (table === 'equipment_page' && key === this.equipment.equipmentId)
      this.#takePage(row as unknown as EquipmentPageRow);
    else if (table === 'equipment_history') this.#takeEvent(row as unknown as EquipmentHistoryRow);
  }

  refresh(table: LiveTable): void {
    if (table.startsWith('equipment_')) void this.refetch();
  }

  standing(position: string): void {
    if (isLater(position, this.#position)) void this.refetch();
  }

  readonly expect = ({ revision }: Pick<Done, 'revision'>): void => {
    setTimeout(() => {
      if (isLater(revision, this.equipment.revision)) void this.refetch();
    }, GRACE_MS);
  };

  async refetch(): Promise<void> {
    const path = `/equipment/${this.equipment.equipmentId}`;
    const [answer, history] = await Promise.all([
      api.get<EquipmentAnswer>(path),
      api.get<Pick<Listed<EquipmentHistoryRow>, 'items'>>(`${path}/history`),
    ]);
    if (answer.ok) this.take(answer.value, history.ok ? history.value.items : this.history);
  }

  #takePage(row: EquipmentPageRow): void {
    if (!isLater(row.position, this.equipment.position)) return;
    const before = fingerprint(this.equipment);
    this.equipment = row;
    if (before !== fingerprint(row)) void this.refetch();
  }

  #takeEvent(row: EquipmentHistoryRow): void {
    if (row.equipmentId !== this.equipment.equipmentId) return;
    this.history = inOrder([...this.history.filter(({ eventId }) => eventId !== row.eventId), row]);
  }
}
