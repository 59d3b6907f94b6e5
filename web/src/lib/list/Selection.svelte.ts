import { SvelteSet } from 'svelte/reactivity';

/** Which lines are ticked, by id. */
export class Selection {
  readonly ids = new SvelteSet<string>();

  toggle(id: string): void {
    if (!this.ids.delete(id)) this.ids.add(id);
  }

  /** Ticks a whole stretch. */
  add(ids: readonly string[]): void {
    for (const id of ids) this.ids.add(id);
  }

  clear(): void {
    this.ids.clear();
  }
}
