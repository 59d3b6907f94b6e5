import { api } from '#lib/api/browser.ts';
import type { Changed, Listed, LiveTable, TicketQueueRow } from '#lib/contract.ts';
import type { Listener } from '#lib/live/watches.ts';
import { isLater } from '#lib/live/position.ts';
import { queryOf } from './filters.ts';
import type { QueueList } from './QueueList.svelte.ts';

const PAGE = 200;

/** Brings rows to a list: what changes as it changes, and more as the reader goes on. */
export class QueueFeed implements Listener {
  failed = $state(false);
  #loading = false;
  readonly #list: () => QueueList;
  readonly #isIdle: () => boolean;

  constructor(list: () => QueueList, isIdle: () => boolean) {
    this.#list = list;
    this.#isIdle = isIdle;
  }

  changed({ table, row }: Changed): void {
    if (table === 'ticket_queue' && row !== null)
      this.#list().change(row as unknown as TicketQueueRow, this.#isIdle());
  }

  refresh(table: LiveTable): void {
    if (table === 'ticket_queue') void this.#renew();
  }

  standing(position: string): void {
    if (isLater(position, this.#list().position)) void this.#renew();
  }

  /** Loads the next page, once at a time. */
  async more(): Promise<void> {
    const list = this.#list();
    if (this.#loading || list.next === null) return;
    this.#loading = true;
    const page = await this.#fetch({ cursor: list.next });
    this.#loading = false;
    this.failed = page === undefined;
    if (page) list.append(page);
  }

  /** Compares the beginning of the list with what the server has, without moving what somebody reads. */
  async #renew(): Promise<void> {
    const list = this.#list();
    const page = await this.#fetch({});
    if (!page) return;
    list.reconcile(page);
    if (this.#isIdle()) list.settle();
  }

  async #fetch(more: Record<string, string>): Promise<Listed<TicketQueueRow> | undefined> {
    const list = this.#list();
    const query = { ...queryOf(list.filters), ...more, limit: PAGE };
    const answer = await api.get<Listed<TicketQueueRow>>('/tickets', query);
    return answer.ok && this.#list() === list ? answer.value : undefined;
  }
}
