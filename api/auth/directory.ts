import { LRUCache } from 'lru-cache';
import type { UserRow } from '#api/contract/rows.ts';

/** How long another process's change of a person may stay unseen. Changes made here are seen at once. */
const TRUSTED_MS = 3_000;

export interface Directory {
  readonly find: (userId: string) => Promise<UserRow | undefined>;
  /** The row has changed, so that what is known of it is old. */
  readonly forget: (userId: string) => void;
}

export function createDirectory(read: (userId: string) => Promise<UserRow | undefined>): Directory {
  const known = new LRUCache<string, UserRow>({ max: 20_000, ttl: TRUSTED_MS });
  let changes = 0;
  return {
    find: async (userId) => {
      const row = known.get(userId);
      if (row) return row;
      const before = changes;
      const fresh = await read(userId);
      if (fresh && before === changes) known.set(userId, fresh);
      return fresh;
    },
    forget: (userId) => {
      changes += 1;
      known.delete(userId);
    },
  };
}
