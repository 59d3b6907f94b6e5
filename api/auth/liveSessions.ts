import { LRUCache } from 'lru-cache';

/** How long the end of a session in another process may stay unseen. */
const TRUSTED_MS = 3_000;

export interface LiveSessions {
  readonly isLive: (sessionId: string) => Promise<boolean>;
  readonly ended: (sessionIds: readonly string[]) => void;
}

export function createLiveSessions(read: (sessionId: string) => Promise<boolean>): LiveSessions {
  const known = new LRUCache<string, boolean>({ max: 20_000, ttl: TRUSTED_MS });
  let ends = 0;
  return {
    isLive: async (sessionId) => {
      const live = known.get(sessionId);
      if (live !== undefined) return live;
      const before = ends;
      const fresh = await read(sessionId);
      if (before === ends) known.set(sessionId, fresh);
      return fresh;
    },
    ended: (sessionIds) => {
      ends += 1;
      for (const sessionId of sessionIds) known.set(sessionId, false);
    },
  };
}
