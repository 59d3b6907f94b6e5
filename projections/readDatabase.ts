import type { Knex } from 'knex';
import { migrateRead } from '#migrations/read/index.ts';
import type { Role } from '#domain/role.ts';
import { projections } from './all.ts';
import { knownNames } from './knownNames/projection.ts';
import { migrating } from './lock.ts';
import { shapesOf, untyped, type Projection } from './projection.ts';
import { readGenerations, type Generation } from './state.ts';

/** The read tables, whichever generation of each is the active one. */
export interface ReadDatabase {
  readonly knex: Knex;
  readonly projections: readonly Projection[];
  /** The present name of a table. */
  tableOf(this: void, table: string): string;
  /** Learns which generations are active. */
  refresh(this: void): Promise<readonly Generation[]>;
}

/** Who reads; a query answers only what this role may see. */
export interface Viewer {
  readonly userId: string;
  readonly role: Role;
}

export interface Page<R> {
  readonly items: readonly R[];
  /** For the next page; null: this is the last. */
  readonly next: string | null;
}

export const tableName = (table: string, generation: number): string => `${table}_g${String(generation)}`;

/** Prepares a database for reading; its tables are there once a projector has been ready. */
export async function openReadDatabase(
  knex: Knex,
  shown: readonly Projection[] = projections,
): Promise<ReadDatabase> {
  await migrating(knex, () => migrateRead(knex));
  const all = [untyped(knownNames), ...shown];
  const owners = new Map(all.flatMap((from) => shapesOf(from).map(({ name }) => [name, from.name])));
  let active = new Map<string, number>();
  const refresh = async () => {
    const generations = await readGenerations(knex);
    active = new Map(
      generations
        .filter(({ status }) => status === 'active')
        .map(({ name, generation }) => [name, generation]),
    );
    return generations;
  };
  await refresh();
  return {
    knex,
    projections: all,
    tableOf: (table) => tableName(table, active.get(owners.get(table) ?? '') ?? 0),
    refresh,
  };
}

const isMissing = (fault: unknown): boolean =>
  fault instanceof Error && /no such table|doesn't exist/i.test(fault.message);

/** Reads once more where the tables were made anew in the meantime. */
export async function reading<T>(read: ReadDatabase, query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (fault) {
    if (!isMissing(fault)) throw fault;
    await read.refresh();
    return query();
  }
}
