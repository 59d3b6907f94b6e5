import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

export interface Secrets {
  /** 32 random bytes, made at the first use of the name: the same for all who ask at once. */
  get(name: string): Promise<Buffer>;
}

interface Row {
  readonly name: string;
  readonly secret: Uint8Array;
  readonly created_at: number;
}

export function createSecrets(database: Knex, now: () => number): Secrets {
  const find = (name: string) => database<Row>('secrets').where({ name }).first();

  async function get(name: string): Promise<Buffer> {
    const known = await find(name);
    if (known) return Buffer.from(known.secret);
    await database('secrets')
      .insert({ name, secret: randomBytes(32), created_at: now() })
      .onConflict('name')
      .ignore();
    const made = await find(name);
    if (!made) throw new Error(`The vault did not keep the secret ${name}.`);
    return Buffer.from(made.secret);
  }

  return { get };
}
