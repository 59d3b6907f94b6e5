import type { Knex } from 'knex';

export interface Credential {
  /** A PHC string. */
  readonly hash: string;
  /** ms since 1970 */
  readonly changedAt: number;
}

/** Password hashes by user. */
export interface Credentials {
  get(userId: string): Promise<Credential | undefined>;
  set(userId: string, hash: string): Promise<void>;
  remove(userId: string): Promise<void>;
}

interface Row {
  readonly user_id: string;
  readonly hash: string;
  readonly changed_at: number;
}

export function createCredentials(database: Knex, now: () => number): Credentials {
  const table = () => database<Row>('credentials');
  return {
    async get(userId) {
      const row = await table().where({ user_id: userId }).first();
      return row && { hash: row.hash, changedAt: row.changed_at };
    },
    async set(userId, hash) {
      await table().insert({ user_id: userId, hash, changed_at: now() }).onConflict('user_id').merge();
    },
    async remove(userId) {
      await table().where({ user_id: userId }).delete();
    },
  };
}
