import type { Problem } from '#lib/contract.ts';

/** Something that was done at a stock-take, as this device keeps it until the desk has it. */
export interface Entry {
  /** The idempotency key: the same however often it is sent. Of a scan it is the scan's id. */
  readonly key: string;
  readonly command: 'scan' | 'undoScan';
  readonly scanId: string;
  /** The tag; of an undoing that of the scan. */
  readonly text: string;
  /** When it was done, RFC 3339. */
  readonly at: string;
  /** Rises from one to the next. */
  readonly order: number;
  /** Why the desk did not take it. */
  readonly problem?: Problem;
}

export interface Owner {
  readonly userId: string;
  readonly stocktakeId: string;
}

const PREFIX = 'daybook.stocktake';
const prefixOf = ({ userId, stocktakeId }: Owner): string => `${PREFIX}.${userId}.${stocktakeId}.`;

const namesIn = (storage: Storage): readonly string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');

function read(storage: Storage, name: string): Entry | undefined {
  try {
    const entry = JSON.parse(storage.getItem(name) ?? '') as Partial<Entry>;
    return entry.key && entry.scanId && entry.command ? (entry as Entry) : undefined;
  } catch {
    return undefined;
  }
}

/** The stock-takes of which this person has something to send on this device. */
export function unsent(storage: Storage, userId: string): readonly string[] {
  const mine = namesIn(storage).filter((name) => name.startsWith(`${PREFIX}.${userId}.`));
  const waiting = mine.filter((name) => !read(storage, name)?.problem);
  return [...new Set(waiting.map((name) => name.split('.')[3] ?? ''))];
}

/**
 * The entries of one person at one stock-take. Each is an item of its own in the storage, so that two pages
 * of the same browser do not overwrite each other's; what cannot be kept lives as long as the page.
 */
export class Shelf {
  readonly #storage: Storage;
  readonly #prefix: string;
  readonly #unkept = new Map<string, Entry>();

  constructor(storage: Storage, owner: Owner) {
    this.#storage = storage;
    this.#prefix = prefixOf(owner);
  }

  /** In the order in which they were done. */
  list(): readonly Entry[] {
    const names = namesIn(this.#storage).filter((name) => name.startsWith(this.#prefix));
    const kept = names.flatMap((name) => read(this.#storage, name) ?? []);
    return [...kept, ...this.#unkept.values()].sort((a, b) => a.order - b.order);
  }

  /** True where it outlives the page. */
  put(entry: Entry): boolean {
    try {
      this.#storage.setItem(this.#prefix + entry.key, JSON.stringify(entry));
      this.#unkept.delete(entry.key);
      return true;
    } catch {
      this.#unkept.set(entry.key, entry);
      return false;
    }
  }

  drop(key: string): void {
    this.#unkept.delete(key);
    this.#storage.removeItem(this.#prefix + key);
  }
}
