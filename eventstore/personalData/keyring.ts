import { LRUCache } from 'lru-cache';
import { keyId, type PersonKey } from '../personalData.ts';

/** Where the keys of persons are kept; the vault. */
export interface PersonKeys {
  /** The newest key of each person, made where there is none yet: the same for all who ask at once. */
  newest(persons: readonly string[]): Promise<readonly PersonKey[]>;
  /** Keys by their ids `<person>.<number>`; what is not known is left out. */
  find(ids: readonly string[]): Promise<readonly PersonKey[]>;
}

/** The keys in use, in memory. After `load…` the ones that were asked for can be had without waiting. */
export interface Keyring {
  loadNewest(persons: ReadonlySet<string>): Promise<void>;
  load(ids: ReadonlySet<string>): Promise<void>;
  newest(person: string): PersonKey | undefined;
  key(id: string): PersonKey | undefined;
  /** Asks the vault again next time: the person's keys have been destroyed or renewed. */
  forget(person: string): void;
}

const KEYS_IN_MEMORY = 50_000;

export function createKeyring(keys: PersonKeys): Keyring {
  const newest = new LRUCache<string, PersonKey>({ max: KEYS_IN_MEMORY });
  const byId = new LRUCache<string, PersonKey>({ max: KEYS_IN_MEMORY });

  return {
    async loadNewest(persons) {
      const missing = [...persons].filter((person) => newest.get(person) === undefined);
      if (missing.length === 0) return;
      for (const key of await keys.newest(missing)) newest.set(key.person, key);
    },
    async load(ids) {
      const missing = [...ids].filter((id) => byId.get(id) === undefined);
      if (missing.length === 0) return;
      for (const key of await keys.find(missing)) byId.set(keyId(key), key);
    },
    newest: (person) => newest.get(person),
    key: (id) => byId.get(id),
    forget(person) {
      newest.delete(person);
      for (const id of byId.keys()) if (id.startsWith(`${person}.`)) byId.delete(id);
    },
  };
}
