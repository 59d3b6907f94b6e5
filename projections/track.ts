import type { Folded, Folding, LoadRows } from './folding.ts';
import type { Projection } from './projection.ts';
import { tableName, type ReadDatabase } from './readDatabase.ts';
import { markFaulted, movePosition, wasMoved, type Generation, type Move } from './state.ts';
import { carryOut, loadAhead } from './writeSql.ts';

/** Projections that stand at one position, and the generations of their tables that are written. */
export interface Track {
  readonly read: ReadDatabase;
  readonly folding: Folding;
  readonly status: Generation['status'];
  readonly generations: Map<string, number>;
  readonly writer: string;
  position: bigint;
}

const KEYS_A_QUERY = 1_000;

export const loadFor =
  (track: Track): LoadRows =>
  async (from, keys) => {
    const table = tableName(from.name, track.generations.get(from.name) ?? 0);
    const rows = new Map<string, object>();
    for (let start = 0; start < keys.length; start += KEYS_A_QUERY) {
      const lines = await track.read
        .knex<Readonly<Record<string, unknown>> & { id: string; doc: string }>(table)
        .select('id', 'doc', ...from.apart)
        .whereIn('id', keys.slice(start, start + KEYS_A_QUERY));
      for (const line of lines) rows.set(line.id, rowOf(from, line));
    }
    return rows;
  };

/** A row from its JSON and the fields that are kept beside it. */
export function rowOf(
  from: Pick<Projection, 'apart' | 'columns'>,
  line: Readonly<Record<string, unknown>> & { doc: string },
): object {
  const row = JSON.parse(line.doc) as object;
  const apart = from.apart as readonly string[];
  return apart.length === 0
    ? row
    : { ...row, ...Object.fromEntries(apart.map((field) => [field, fieldOf(from, field, line[field])])) };
}

const fieldOf = ({ columns }: Pick<Projection, 'columns'>, field: string, value: unknown): unknown => {
  const { read } = columns[field] ?? {};
  return read ? read(value) : value;
};

/** Says how to make a batch last that has been folded; the same may be carried out again when it failed. */
export function committing(track: Track, folded: Folded, names: readonly string[]): () => Promise<void> {
  const from = track.position;
  track.position = folded.position;
  const changed = [...folded.writes].flatMap(([name, writes]) => (writes.length > 0 ? [name] : []));
  const move = { names, status: track.status, from, to: folded.position, writer: track.writer, changed };
  let tries = 0;
  return async () => {
    if (tries++ > 0 && (await wasMoved(track.read.knex, move))) return;
    await commitBatch(track, folded, move);
  };
}

async function commitBatch(track: Track, folded: Folded, move: Move): Promise<void> {
  const all = [...folded.writes].flatMap(([name, writes]) => {
    const generation = track.generations.get(name) ?? 0;
    return writes.map((write) => ({ table: tableName(write.table, generation), write }));
  });
  // What is broken off while it is being made is made from the beginning again.
  const rest = track.status === 'building' ? await loadAhead(track.read.knex, all) : all;
  await track.read.knex.transaction(async (trx) => {
    await movePosition(trx, move);
    await carryOut(trx, rest);
    for (const [name, { at, last, message }] of folded.faults)
      await markFaulted(trx, { name, status: track.status }, { at, position: last ?? move.from, message });
  });
}
