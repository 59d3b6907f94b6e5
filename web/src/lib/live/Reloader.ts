import { invalidate } from '$app/navigation';
import type { Changed, LiveTable } from '#lib/contract.ts';
import { isLater } from './position.ts';
import type { Listener } from './watches.ts';

const WAIT_MS = 400;

interface Shown {
  readonly tables: readonly LiveTable[];
  /** What the page's load depends on. */
  readonly dependency: `${string}:${string}`;
  /** At which the page stands. */
  readonly position: () => string;
  /** Is a change of those tables anything that the page shows? All are, where nothing is said. */
  readonly concerns?: (change: Changed) => boolean;
}

/** Loads a page of counts again, once for all that changes in a moment. */
export class Reloader implements Listener {
  readonly #shown: Shown;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  changed(change: Changed): void {
    const { tables, concerns } = this.#shown;
    if (tables.includes(change.table) && (concerns?.(change) ?? true)) this.#soon();
  }

  refresh(table: LiveTable): void {
    if (this.#shown.tables.includes(table)) this.#soon();
  }

  standing(position: string): void {
    if (isLater(position, this.#shown.position())) this.#soon();
  }

  #soon(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void invalidate(this.#shown.dependency);
    }, WAIT_MS);
  }
}
