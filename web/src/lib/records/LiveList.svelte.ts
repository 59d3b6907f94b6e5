import { invalidate } from '$app/navigation';
import type { Changed, Listed, LiveTable } from '#lib/contract.ts';
import { isLater } from '#lib/live/position.ts';
import type { Listener } from '#lib/live/watches.ts';

/** A list of records by name; rows change as they change, new ones come by loading the page again. */
export class LiveList<R extends { readonly name: string }> implements Listener {
  rows = $state.raw<readonly R[]>([]);
  #position = '0';
  readonly #table: LiveTable;
  readonly #keyOf: (row: R) => string;
  readonly #dependency: `${string}:${string}`;

  constructor(table: LiveTable, keyOf: (row: R) => string, dependency: `${string}:${string}`) {
    this.#table = table;
    this.#keyOf = keyOf;
    this.#dependency = dependency;
  }

  take({ items, position }: Listed<R>): void {
    this.rows = items;
    this.#position = position;
  }

  changed({ table, key, row }: Changed): void {
    if (table !== this.#table) return;
    const isKnown = this.rows.some((it) => this.#keyOf(it) === key);
    if (!isKnown) void this.reload();
    else this.rows = this.rows.flatMap((it) => this.#replaced(it, key, row as unknown as R | null));
  }

  refresh(table: LiveTable): void {
    if (table === this.#table) void this.reload();
  }

  standing(position: string): void {
    if (isLater(position, this.#position)) void this.reload();
  }

  readonly reload = (): Promise<void> => invalidate(this.#dependency);

  #replaced(it: R, key: string, row: R | null): readonly R[] {
    if (this.#keyOf(it) !== key) return [it];
    return row ? [row] : [];
  }
}
