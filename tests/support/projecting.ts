import type { Knex } from 'knex';
import type { Journal } from '#eventstore/journal.ts';
import { openDatabase, type Place } from '#projections/database.ts';
import type { Log } from '#projections/patience.ts';
import type { Projection } from '#projections/projection.ts';
import { openReadDatabase, type ReadDatabase } from '#projections/readDatabase.ts';
import { startProjector, type Projector } from '#projections/run.ts';
import type { RowChange } from '#projections/write.ts';

export interface Projecting {
  readonly knex: Knex;
  readonly read: ReadDatabase;
  readonly projector: Projector;
  readonly logged: string[];
  readonly commits: { readonly changes: readonly RowChange[]; readonly position: bigint }[];
  stop(): Promise<void>;
}

/** A projector over a database and a journal, as the composition root builds it. */
export async function projecting(
  place: Place,
  journal: Pick<Journal, 'subscribe'>,
  shown?: readonly Projection[],
): Promise<Projecting> {
  const knex = openDatabase(place);
  const read = await openReadDatabase(knex, shown);
  const logged: string[] = [];
  const commits: Projecting['commits'] = [];
  const note = (message: string, facts?: object) => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const log: Log = { info: note, warn: note, error: note };
  const onCommit = (changes: readonly RowChange[], position: bigint) =>
    void commits.push({ changes, position });
  const projector = startProjector({ read, journal, log, onCommit });
  const stop = async () => {
    await projector.stop();
    await knex.destroy();
  };
  return { knex, read, projector, logged, commits, stop };
}

/** All rows of the tables as plain values, whatever generation and order they are in. */
export async function contents(read: ReadDatabase): Promise<Record<string, unknown[]>> {
  await read.refresh();
  const tables = read.projections.flatMap((from) => [
    from.name,
    ...from.derived.map(({ shape }) => shape.name),
  ]);
  const all = await Promise.all(
    tables.map(async (table) => {
      const rows = await read.knex<Record<string, unknown>>(read.tableOf(table)).select();
      const plain = rows.filter((row) => !(table.endsWith('_counts') && row['count'] === 0)).map(plainRow);
      return [table, plain.sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))] as const;
    }),
  );
  return Object.fromEntries(all);
}

const JSON_COLUMNS = ['doc', 'entry', 'state', 'tags', 'facts'];
const plainRow = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      JSON_COLUMNS.includes(column) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value,
    ]),
  );
