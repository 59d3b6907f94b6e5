import { unknownIn } from '#domain/stocktake/finish.ts';
import { Conditions, lines } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';
import type { ScanLine } from '#projections/stocktakeScans/projection.ts';
import type { StocktakeRow } from './row.ts';

export type Counts = Pick<StocktakeRow, 'found' | 'elsewhere' | 'unknown'>;
export const NOTHING: Counts = { found: 0, elsewhere: 0, unknown: 0 };
const COUNTED: Readonly<Record<ScanLine['verdict'], keyof Counts>> = {
  expected: 'found',
  elsewhere: 'elsewhere',
  unknown: 'unknown',
};

/** Of the scans that count. */
export function countsIn(scans: readonly Pick<ScanLine, 'verdict' | 'equipmentId' | 'text'>[]): Counts {
  const of = (verdict: ScanLine['verdict']) => scans.filter((scan) => scan.verdict === verdict).length;
  return { found: of('expected'), elsewhere: of('elsewhere'), unknown: unknownIn(scans).length };
}

interface Counted {
  readonly stocktake_id: string;
  readonly verdict: ScanLine['verdict'];
  readonly scanned: number;
}

/** The same of many stock-takes, without reading each scan. */
export async function countsOf(
  read: ReadDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Counts>> {
  const counts = new Map<string, Counts>();
  if (ids.length === 0) return counts;
  const { text, bindings } = new Conditions().oneOf('stocktake_id', ids).is('undone', 0);
  const sql = `select stocktake_id, verdict, count(*) as scanned from {stocktake_scans} ${text}
    group by stocktake_id, verdict`;
  for (const { stocktake_id, verdict, scanned } of await lines<Counted>(read, sql, bindings))
    counts.set(stocktake_id, { ...(counts.get(stocktake_id) ?? NOTHING), [COUNTED[verdict]]: scanned });
  for (const id of await knownSince(read, ids)) {
    const { unknown, ...others } = counts.get(id) ?? NOTHING;
    counts.set(id, { ...others, unknown: unknown - 1 });
  }
  return counts;
}

interface Pair {
  readonly stocktake_id: string;
  readonly unknown_id: string;
  readonly unknown: string;
  readonly known: string;
}

/** The stock-take of each scan of something unknown that was scanned once more when it was registered. */
async function knownSince(read: ReadDatabase, ids: readonly string[]): Promise<string[]> {
  const { text, bindings } = new Conditions()
    .oneOf('u.stocktake_id', ids)
    .is('u.undone', 0)
    .is('u.verdict', 'unknown');
  // The column tells which may be the same; what is the same, the domain.
  const sql = `select u.stocktake_id, u.id as unknown_id, u.doc as unknown, k.doc as known
    from {stocktake_scans} u join {stocktake_scans} k on k.stocktake_id = u.stocktake_id
    and k.tag_form = u.tag_form and k.undone = 0 and k.equipment_id is not null ${text}`;
  const pairs = await lines<Pair>(read, sql, bindings);
  const same = pairs.filter(({ unknown, known }) => unknownIn([scanIn(unknown), scanIn(known)]).length === 0);
  return [...new Map(same.map((pair) => [pair.unknown_id, pair.stocktake_id])).values()];
}

const scanIn = (doc: string): ScanLine => JSON.parse(doc) as ScanLine;
