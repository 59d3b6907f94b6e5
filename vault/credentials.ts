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
  /** False, and nothing done, where there is one already: of many who ask at once, one is answered true. */
  setFirst(userId: string, hash: string): Promise<boolean>;
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
    async setFirst(userId, hash) {
      const row = { user_id: userId, hash, changed_at: now() };
      await table().insert(row).onConflict('user_id').ignore();
      return (await table().where({ user_id: userId }).first())?.hash === hash;
    },
    async remove(userId) {
      await table().where({ user_id: userId }).delete();
    },
  };
}
