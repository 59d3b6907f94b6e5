import type { Changed, LiveTable, Screen } from '#lib/contract.ts';

export interface Listener {
  /** A row as it is now; null: gone. */
  changed?(change: Changed): void;
  /** Many rows of a table changed: fetch again. */
  refresh?(table: LiveTable): void;
  /** The connection stands (again) at this position: what is older must be fetched. */
  standing?(position: string): void;
}

const keyOf = (screen: Screen): string => Object.values(screen).join(' ');

/** Who listens to which screen. */
export class Watches {
  readonly #watched = new Map<string, { screen: Screen; listeners: Set<Listener> }>();

  /** True where nobody has listened to the screen before. */
  add(screen: Screen, listener: Listener): boolean {
    const key = keyOf(screen);
    const watched = this.#watched.get(key) ?? { screen, listeners: new Set() };
    watched.listeners.add(listener);
    this.#watched.set(key, watched);
    return watched.listeners.size === 1;
  }

  /** True where nobody listens to the screen any more. */
  remove(screen: Screen, listener: Listener): boolean {
    const key = keyOf(screen);
    const watched = this.#watched.get(key);
    watched?.listeners.delete(listener);
    if (!watched || watched.listeners.size > 0) return false;
    this.#watched.delete(key);
    return true;
  }

  screens(): readonly Screen[] {
    return [...this.#watched.values()].map(({ screen }) => screen);
  }

  /** Tells everybody, or those of one screen. */
  tell(what: (listener: Listener) => void, screen?: Screen): void {
    for (const [key, { listeners }] of this.#watched)
      if (!screen || key === keyOf(screen)) for (const listener of listeners) what(listener);
  }
}
