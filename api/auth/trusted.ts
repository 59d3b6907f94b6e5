import { LRUCache } from 'lru-cache';

/** How long a change that another process makes may stay unseen, in ms. */
const TRUSTED_MS = 3_000;

/** What is known of some keys, believed for a while. */
export interface Trusted<V> {
  readonly get: (key: string) => Promise<V | undefined>;
  /** Known from elsewhere; what is being read just now is old. */
  readonly set: (key: string, value: V) => void;
  readonly forget: (key: string) => void;
}

/**
 * Nothing is believed for longer than {@link TRUSTED_MS}; what is in use is read again when half of that is over,
 * while it is still believed, so that nobody who keeps asking has to wait for a reading.
 */
export function createTrusted<V extends object | boolean | number>(
  read: (key: string) => Promise<V | undefined>,
  clock: { now(): number } = performance,
): Trusted<V> {
  const known = new LRUCache<string, V>({ max: 20_000, ttl: TRUSTED_MS, ttlResolution: 0, perf: clock });
  const underway = new Map<string, Promise<V | undefined>>();

  function readAgain(key: string): Promise<V | undefined> {
    const running = underway.get(key);
    if (running) return running;
    const one = reading(key, () => underway.get(key) === one);
    underway.set(key, one);
    return one;
  }

  async function reading(key: string, isWanted: () => boolean): Promise<V | undefined> {
    try {
      const value = await read(key);
      // The cache forgets what is set to undefined.
      if (isWanted()) known.set(key, value);
      return value;
    } finally {
      if (isWanted()) underway.delete(key);
    }
  }

  return {
    get: async (key) => {
      const value = known.get(key);
      if (value === undefined) return readAgain(key);
      // Where this fails, the next one tries again, and waits for it once this is no longer believed.
      if (known.getRemainingTTL(key) < TRUSTED_MS / 2) readAgain(key).catch(() => undefined);
      return value;
    },
    set: (key, value) => {
      underway.delete(key);
      known.set(key, value);
    },
    forget: (key) => {
      underway.delete(key);
      known.delete(key);
    },
  };
}
