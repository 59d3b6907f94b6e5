import { api } from '#lib/api/browser.ts';
import type { Changed, Done, Listed, LiveTable, RecordHistoryRow } from '#lib/contract.ts';
import { inOrder } from '#lib/history/inOrder.ts';
import { isLater } from '#lib/live/position.ts';
import type { Listener } from '#lib/live/watches.ts';

const GRACE_MS = 700;

interface Versioned {
  readonly revision: string;
  readonly position: string;
}

export interface Story<R> {
  readonly row: R;
  readonly history: readonly RecordHistoryRow[];
}

/** A room, category or person with its history, as they stand now. */
export class LiveRecord<R extends Versioned> implements Listener {
  row = $state.raw() as R;
  history = $state.raw<readonly RecordHistoryRow[]>([]);
  readonly #table: LiveTable;
  /** Below /api. */
  readonly #path: string;
  readonly #key: string;

  constructor(table: LiveTable, path: string, { row, history }: Story<R>) {
    this.#table = table;
    this.#path = path;
    this.#key = path.split('/').at(-1) ?? '';
    this.take({ row, history });
  }

  take({ row, history }: Story<R>): void {
    this.row = row;
    this.history = inOrder(history);
  }

  changed({ table, key, row }: Changed): void {
    if (table !== this.#table || key !== this.#key || row === null) return;
    this.row = row as unknown as R;
    void this.#fetchHistory();
  }

  refresh(table: LiveTable): void {
    if (table === this.#table) void this.refetch();
  }

  standing(position: string): void {
    if (isLater(position, this.row.position)) void this.refetch();
  }

  readonly expect = ({ revision }: Done): void => {
    setTimeout(() => {
      if (isLater(revision, this.row.revision)) void this.refetch();
    }, GRACE_MS);
  };

  async refetch(): Promise<void> {
    const answer = await api.get<R>(this.#path);
    if (answer.ok) this.row = answer.value;
    await this.#fetchHistory();
  }

  async #fetchHistory(): Promise<void> {
    const answer = await api.get<Pick<Listed<RecordHistoryRow>, 'items'>>(`${this.#path}/history`);
    if (answer.ok) this.history = inOrder(answer.value.items);
  }
}
