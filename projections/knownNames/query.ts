import type { Look } from '#projections/projection.ts';
import { lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';
import { ERASED_USER, UNKNOWN } from '#projections/words.ts';

/** The names that stood at a position. */
export type NamesAt = (position: bigint) => Look;

interface Naming {
  readonly from: bigint;
  readonly name: string;
}

/** What is erased is erased in the past too. */
function nameOf(namings: readonly Naming[] | undefined, position: bigint): string {
  if (!namings || namings.at(-1)?.name === ERASED_USER) return namings ? ERASED_USER : UNKNOWN;
  return namings.findLast(({ from }) => from <= position)?.name ?? UNKNOWN;
}

export async function namesAt(read: ReadDatabase, ids: readonly string[]): Promise<NamesAt> {
  const wanted = [...new Set(ids)];
  const found =
    wanted.length === 0
      ? []
      : await lines<{ id: number | string; record_id: string; name: string }>(
          read,
          `select id, record_id, name from {known_names_history}
           where record_id in (${wanted.map(() => '?').join(', ')}) order by id`,
          wanted,
        );
  const namings = new Map<string, Naming[]>();
  for (const { id, record_id, name } of found)
    namings.set(record_id, [...(namings.get(record_id) ?? []), { from: BigInt(id), name }]);
  return (position) => {
    const find = ((id: string | null) =>
      id === null ? null : nameOf(namings.get(id), position)) as Look['user'];
    return { user: find, room: find, category: find };
  };
}

/** The names of today. */
export async function namesNow(
  read: ReadDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const sql = `select id, name from {known_names} where id in (${ids.map(() => '?').join(', ')})`;
  const found = await lines<{ id: string; name: string }>(read, sql, [...ids]);
  return new Map(found.map(({ id, name }) => [id, name]));
}
