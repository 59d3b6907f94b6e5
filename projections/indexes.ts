import type { Knex } from 'knex';
import { isSqlite } from './database.ts';
import { shapesOf, type Projection } from './projection.ts';
import { tableName } from './readDatabase.ts';
import { createIndexes } from './tables.ts';
import type { Track } from './track.ts';
import type { Shape } from './write.ts';

interface Table {
  readonly name: string;
  readonly shape: Shape;
}

/** Each takes a core of the database's for itself. */
const AT_ONCE = 3;

/** Makes the indexes of a track's tables, the largest first, so that no long one is left for the end. */
export async function createAllIndexes(
  of: readonly Projection[],
  { read, generations }: Pick<Track, 'read' | 'generations'>,
): Promise<void> {
  const tables = of.flatMap((from) =>
    shapesOf(from).map((shape) => ({ shape, name: tableName(shape.name, generations.get(from.name) ?? 0) })),
  );
  const waiting = (await largestFirst(read.knex, tables))[Symbol.iterator]();
  const each = async (): Promise<void> => {
    for (const { name, shape } of waiting) await createIndexes(read.knex, name, shape);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, each));
}

async function largestFirst(database: Knex, tables: readonly Table[]): Promise<readonly Table[]> {
  if (isSqlite(database)) return tables;
  const lines = await database('information_schema.tables')
    .select<{ name: string; size: number | null }[]>({ name: 'table_name', size: 'data_length' })
    .whereRaw('table_schema = database()');
  const sizes = new Map(lines.map(({ name, size }) => [name, size ?? 0]));
  return tables.toSorted((a, b) => (sizes.get(b.name) ?? 0) - (sizes.get(a.name) ?? 0));
}
