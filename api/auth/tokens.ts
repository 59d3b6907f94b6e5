import { hash } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { userId } from '#domain/ids.ts';

export const ACCESS_SECONDS = 15 * 60;
const ISSUER = 'daybook';
const AUDIENCE = 'daybook-api';

const claims = z.object({ sub: userId, sid: z.string().min(1), exp: z.number() });

export interface Bearer {
  readonly userId: z.infer<typeof userId>;
  readonly sessionId: string;
  /** ms since 1970 */
  readonly expiresAt: number;
}

export interface Tokens {
  /** A JWT (HS256) of 15 minutes for one session. */
  readonly sign: (bearer: Pick<Bearer, 'userId' | 'sessionId'>) => string;
  /** Undefined when it is not ours, not whole or too old. */
  readonly verify: (token: string) => Bearer | undefined;
}

/** A verified token is known again by its hash until it ends, which spares the signature's arithmetic. */
export function createTokens(secret: string, now: () => number): Tokens {
  const known = new LRUCache<string, Bearer>({ max: 10_000 });
  const check = (token: string): Bearer | undefined => {
    try {
      const payload = jwt.verify(token, secret, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE,
        clockTimestamp: Math.floor(now() / 1000),
      });
      const { sub, sid, exp } = claims.parse(payload);
      return { userId: sub, sessionId: sid, expiresAt: exp * 1000 };
    } catch {
      return undefined;
    }
  };
  return {
    sign: ({ userId: sub, sessionId: sid }) => {
      const iat = Math.floor(now() / 1000);
      return jwt.sign({ sub, sid, iat, exp: iat + ACCESS_SECONDS }, secret, {
        algorithm: 'HS256',
        issuer: ISSUER,
        audience: AUDIENCE,
      });
    },
    verify: (token) => {
      const key = hash('sha256', token, 'base64');
      const bearer = known.get(key) ?? check(token);
      if (!bearer || bearer.expiresAt <= now()) return undefined;
      known.set(key, bearer);
      return bearer;
    },
  };
}
