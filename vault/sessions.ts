import { createHmac, hash, randomBytes, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

/** A token used again within this time of its rotation gets the same successor: two tabs woke at once. */
export const ROTATION_GRACE_MS = 15_000;
export const SESSION_LIFETIME_MS = 30 * 24 * 60 * 60 * 1_000;

export interface Session {
  /** The refresh token; only its hash is kept. */
  readonly token: string;
  /** Names the session for as long as it is rotated. */
  readonly family: string;
  readonly userId: string;
  /** ms since 1970 */
  readonly expiresAt: number;
}

export type Rotation =
  | { readonly kind: 'rotated'; readonly session: Session }
  | { readonly kind: 'refused'; readonly reason: 'unknown' | 'expired' | 'revoked' }
  /** The token had been rotated before: somebody else has it. The family is revoked. */
  | { readonly kind: 'reused'; readonly userId: string; readonly family: string };

export interface Sessions {
  issue(userId: string): Promise<Session>;
  rotate(token: string): Promise<Rotation>;
  /** The family that was ended. */
  revoke(token: string): Promise<string | undefined>;
  /** The families that were ended. */
  revokeAllOf(userId: string, exceptFamily?: string): Promise<readonly string[]>;
  isLive(family: string): Promise<boolean>;
}

interface Row {
  readonly token_hash: string;
  readonly family: string;
  readonly user_id: string;
  readonly issued_at: number;
  readonly expires_at: number;
  readonly rotated_at: number | null;
  readonly revoked_at: number | null;
}

const hashOf = (token: string): string => hash('sha256', token, 'hex');

/** Refresh-token families (RFC 9700, 4.14.2: rotation with detection of reuse). `secret` makes successors. */
export function createSessions(database: Knex, now: () => number, secret: Buffer): Sessions {
  const successorOf = (token: string): string =>
    createHmac('sha256', secret).update(token).digest('base64url');

  function row(token: string, family: string, userId: string): Row {
    const issued_at = now();
    const expires_at = issued_at + SESSION_LIFETIME_MS;
    const mark = { rotated_at: null, revoked_at: null };
    return { token_hash: hashOf(token), family, user_id: userId, issued_at, expires_at, ...mark };
  }

  const sessionOf = (token: string, { family, user_id: userId, expires_at: expiresAt }: Row): Session => ({
    token,
    family,
    userId,
    expiresAt,
  });

  async function issue(userId: string): Promise<Session> {
    const token = randomBytes(32).toString('base64url');
    const first = row(token, randomUUID(), userId);
    await database<Row>('sessions').where('user_id', userId).where('expires_at', '<', now()).delete();
    await database('sessions').insert(first);
    return sessionOf(token, first);
  }

  async function revokeFamilies(where: (query: Knex.QueryBuilder<Row>) => void): Promise<readonly string[]> {
    const live = await database<Row>('sessions').where(where).whereNull('revoked_at').select('family');
    const families = [...new Set(live.map(({ family }) => family))];
    await database('sessions').whereIn('family', families).update({ revoked_at: now() });
    return families;
  }

  async function reused(used: Row): Promise<Rotation> {
    await revokeFamilies((query) => void query.where('family', used.family));
    return { kind: 'reused', userId: used.user_id, family: used.family };
  }

  async function successor(token: string): Promise<Session | undefined> {
    const next = await database<Row>('sessions').where('token_hash', hashOf(token)).first();
    return next && sessionOf(token, next);
  }

  async function turn(used: Row, next: string): Promise<boolean> {
    return database.transaction(async (transaction) => {
      const turned = await transaction('sessions')
        .where({ token_hash: used.token_hash, rotated_at: null, revoked_at: null })
        .update({ rotated_at: now() });
      if (turned === 1) await transaction('sessions').insert(row(next, used.family, used.user_id));
      return turned === 1;
    });
  }

  async function rotate(token: string): Promise<Rotation> {
    const used = await database<Row>('sessions').where('token_hash', hashOf(token)).first();
    if (!used) return { kind: 'refused', reason: 'unknown' };
    if (used.revoked_at !== null) return { kind: 'refused', reason: 'revoked' };
    if (used.expires_at <= now()) return { kind: 'refused', reason: 'expired' };
    if (used.rotated_at !== null && now() - used.rotated_at > ROTATION_GRACE_MS) return reused(used);
    const next = successorOf(token);
    // Not turned: another tab was a moment faster, and has made the same successor.
    if (used.rotated_at === null) await turn(used, next);
    const session = await successor(next);
    return session ? { kind: 'rotated', session } : { kind: 'refused', reason: 'revoked' };
  }

  return {
    issue,
    rotate,
    async revoke(token) {
      const used = await database<Row>('sessions').where('token_hash', hashOf(token)).first();
      if (!used) return undefined;
      return (await revokeFamilies((query) => void query.where('family', used.family)))[0];
    },
    revokeAllOf: (userId, exceptFamily = '') =>
      revokeFamilies((query) => void query.where('user_id', userId).whereNot('family', exceptFamily)),
    async isLive(family) {
      const live = database<Row>('sessions').where({ family }).whereNull('revoked_at');
      return (await live.where('expires_at', '>', now()).first()) !== undefined;
    },
  };
}
