/** A Storage as browsers have it, in memory; `room` is how many items fit in. */
export class MemoryStorage implements Storage {
  readonly [name: string]: unknown;
  readonly #items = new Map<string, string>();
  readonly #room: number;

  constructor(room = Infinity) {
    this.#room = room;
  }

  get length(): number {
    return this.#items.size;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(name: string): string | null {
    return this.#items.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    if (!this.#items.has(name) && this.#items.size >= this.#room)
      throw new DOMException('full', 'QuotaExceededError');
    this.#items.set(name, value);
  }
  removeItem(name: string): void {
    this.#items.delete(name);
  }
  clear(): void {
    this.#items.clear();
  }
}
