import type { SetUpdate } from './projection.ts';

/** The rows that were folded last, so that a busy record is read from the database once; null: there is none any more. */
export class RowCache {
  readonly #rows = new Map<string, object | null>();
  readonly #kept: number;

  constructor(kept: number) {
    this.#kept = kept;
  }

  get(key: string): object | null {
    return this.#rows.get(key) ?? null;
  }

  has(key: string): boolean {
    return this.#rows.has(key);
  }

  put(key: string, row: object | null): void {
    this.#rows.delete(key);
    this.#rows.set(key, row);
  }

  /** Applies changes of many rows to those that are kept. */
  patch(
    patches: readonly SetUpdate<object>[],
    patched: (row: object, patch: SetUpdate<object>) => object,
  ): void {
    for (const [key, row] of this.#rows) {
      const next = row && patches.reduce(patched, row);
      if (next !== row) this.#rows.set(key, next);
    }
  }

  /** Forgets the oldest above the number to be kept, but none of the last that were put. */
  trim(last: number): void {
    let over = this.#rows.size - Math.max(this.#kept, last);
    for (const key of this.#rows.keys()) {
      if (over-- <= 0) return;
      this.#rows.delete(key);
    }
  }
}
