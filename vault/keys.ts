import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { isSqlite } from '#projections/database.ts';

export interface PersonKey {
  readonly person: string;
  readonly number: number;
  /** 32 bytes; null once destroyed. */
  readonly secret: Buffer | null;
}

export interface Keys {
  /** The newest key of each person, made where there is none yet: the same for all who ask at once. */
  newest(persons: readonly string[]): Promise<readonly PersonKey[]>;
  /** Keys by their ids `<person>.<number>`; what is not known is left out. */
  find(ids: readonly string[]): Promise<readonly PersonKey[]>;
  /** Makes everything unreadable, for ever, that was or will be encrypted for a person. */
  destroy(person: string): Promise<void>;
}

interface Row {
  readonly person: string;
  readonly number: number;
  readonly secret: Uint8Array | null;
}

const AT_ONCE = 500;
const keyOf = ({ person, number, secret }: Row): PersonKey => ({
  person,
  number,
  secret: secret && Buffer.from(secret),
});

export function createKeys(database: Knex, now: () => number): Keys {
  async function rowsOf(persons: readonly string[]): Promise<Row[]> {
    const rows: Row[] = [];
    for (let from = 0; from < persons.length; from += AT_ONCE)
      rows.push(
        ...(await database<Row>('person_keys')
          .whereIn('person', persons.slice(from, from + AT_ONCE))
          .orderBy(['person', 'number'])
          .select('person', 'number', 'secret')),
      );
    return rows;
  }

  const newestOf = async (persons: readonly string[]): Promise<Map<string, PersonKey>> =>
    new Map((await rowsOf(persons)).map((row) => [row.person, keyOf(row)]));

  async function insert(persons: readonly string[], secret: () => Buffer | null): Promise<void> {
    const created_at = now();
    const rows = persons.map((person) => ({ person, number: 1, secret: secret(), created_at }));
    if (rows.length > 0) await database('person_keys').insert(rows).onConflict(['person', 'number']).ignore();
  }

  async function newest(persons: readonly string[]): Promise<readonly PersonKey[]> {
    const known = await newestOf(persons);
    const missing = persons.filter((person) => !known.has(person));
    if (missing.length === 0) return [...known.values()];
    await insert(missing, () => randomBytes(32));
    return [...(await newestOf(persons)).values()];
  }

  async function find(ids: readonly string[]): Promise<readonly PersonKey[]> {
    const wanted = new Set(ids);
    const persons = [...new Set(ids.map((id) => id.slice(0, id.lastIndexOf('.'))))];
    return (await rowsOf(persons)).filter((row) => wanted.has(`${row.person}.${row.number}`)).map(keyOf);
  }

  async function destroy(person: string): Promise<void> {
    const sqlite = isSqlite(database);
    if (sqlite) await database.raw('PRAGMA secure_delete = ON');
    await insert([person], () => null);
    await database('person_keys')
      .where({ person, destroyed_at: null })
      .update({ secret: null, destroyed_at: now() });
    // Until then the bytes of the key are still in the log.
    if (sqlite) await database.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  return { newest, find, destroy };
}
