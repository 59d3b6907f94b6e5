import { createTrusted } from './trusted.ts';

export interface LiveSessions {
  readonly isLive: (sessionId: string) => Promise<boolean>;
  readonly ended: (sessionIds: readonly string[]) => void;
}

export function createLiveSessions(read: (sessionId: string) => Promise<boolean>): LiveSessions {
  const { get, set } = createTrusted(read);
  return {
    isLive: async (sessionId) => (await get(sessionId)) ?? false,
    ended: (sessionIds) => {
      for (const sessionId of sessionIds) set(sessionId, false);
    },
  };
}
