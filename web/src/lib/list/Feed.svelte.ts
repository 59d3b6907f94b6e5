import { api } from '#lib/api/browser.ts';
import type { Changed, Listed, LiveTable } from '#lib/contract.ts';
import type { Listener } from '#lib/live/watches.ts';
import { isLater } from '#lib/live/position.ts';
import type { Positioned } from './order.ts';
import type { LiveLines } from './LiveLines.svelte.ts';

const PAGE = 200;

export interface Source {
  readonly table: LiveTable;
  /** Below /api. */
  readonly path: string;
}

/** Brings rows to a list: what changes as it changes, and more as the reader goes on. */
export class Feed<R extends Positioned> implements Listener {
  failed = $state(false);
  #loading = false;
  readonly #source: Source;
  readonly #list: () => LiveLines<R>;
  readonly #isIdle: () => boolean;

  constructor(source: Source, list: () => LiveLines<R>, isIdle: () => boolean) {
    this.#source = source;
    this.#list = list;
    this.#isIdle = isIdle;
  }

  changed({ table, row }: Changed): void {
    if (table === this.#source.table && row !== null)
      this.#list().change(row as unknown as R, this.#isIdle());
  }

  refresh(table: LiveTable): void {
    if (table === this.#source.table) void this.#renew();
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

  async #fetch(more: Record<string, string>): Promise<Listed<R> | undefined> {
    const list = this.#list();
    const query = { ...list.query, ...more, limit: PAGE };
    const answer = await api.get<Listed<R>>(this.#source.path, query);
    return answer.ok && this.#list() === list ? answer.value : undefined;
  }
}
