import type { Stage } from '#domain/equipment/equipment.ts';
import { tagOf } from '#domain/equipment/label.ts';
import { uniqueForm } from '#domain/equipment/rules.ts';
import { Conditions, docsOf, isId, lines, readsNone } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { listRecent, type RecentFilters } from '#projections/recent.ts';
import { findRecord } from '#projections/recordList.ts';
import type { ScanLine } from '#projections/stocktakeScans/projection.ts';
import { countsIn, countsOf, NOTHING } from './counts.ts';
import { decisionsOf, type Decisions } from './decisions.ts';
import type { StocktakeLine } from './projection.ts';
import type { StandsNow, StocktakePageRow, StocktakeRow } from './row.ts';

export interface StocktakeFilters extends RecentFilters {
  readonly room?: string | undefined;
  readonly status?: StocktakeRow['status'] | undefined;
}

/** The last first. Throws {@link BadCursor}. */
export async function listStocktakes(
  read: ReadDatabase,
  viewer: Viewer,
  { room, status, ...page }: StocktakeFilters,
): Promise<Page<StocktakeRow>> {
  if (readsNone(viewer, 'stocktakes')) return { items: [], next: null };
  const conditions = new Conditions().is('room_id', room).is('status', status);
  const { items, next } = await listRecent<StocktakeLine>(read, { table: 'stocktakes', conditions }, page);
  const counts = await countsOf(
    read,
    items.map(({ stocktakeId }) => stocktakeId),
  );
  return { items: items.map((line) => rowOf(line, counts.get(line.stocktakeId))), next };
}

const rowOf = ({ updatedAt: _, ...line }: StocktakeLine, counts = NOTHING): StocktakeRow => ({
  ...line,
  ...counts,
});

/** A stock-take with all that was expected, each scan in the order in which it was recorded, and what was decided. */
export async function stocktakeOf(
  read: ReadDatabase,
  viewer: Viewer,
  stocktakeId: string,
): Promise<StocktakePageRow | undefined> {
  if (readsNone(viewer, 'stocktakes') || !isId(stocktakeId)) return undefined;
  const line = await findRecord<StocktakeLine>(read, 'stocktakes', stocktakeId);
  if (!line) return undefined;
  const [items, scans, decisions] = await Promise.all([
    itemsOf(read, stocktakeId),
    scansOf(read, stocktakeId),
    decisionsOf(read, stocktakeId),
  ]);
  const counting = scans.filter(({ undone }) => !undone);
  const seen = new Set(counting.map(({ equipmentId }) => equipmentId));
  return {
    ...rowOf(line, countsIn(counting)),
    items: items.map((item) => ({
      ...item,
      found: seen.has(item.equipmentId),
      decision: decisions.byLine.get(item.equipmentId) ?? null,
    })),
    scans: scans.map((scan) => ({ ...scan, decision: decided(scan, decisions) })),
  };
}

/** As the register has it, where it has it. */
interface Known {
  readonly name: string | null;
  readonly stage: Stage | null;
  readonly host_id: string | null;
}
const KNOWN = 'e.name, e.stage, e.host_id';
const standsNow = (known: Known | undefined): StandsNow => ({
  stage: known?.stage ?? null,
  isPart: (known?.host_id ?? null) !== null,
});

type Item = Omit<StocktakePageRow['items'][number], 'found' | 'decision'>;

async function itemsOf(read: ReadDatabase, stocktakeId: string): Promise<Item[]> {
  const sql = `select i.equipment_id, i.tag, ${KNOWN} from {stocktake_items} i
    left join {equipment_register} e on e.id = i.equipment_id where i.stocktake_id = ? order by i.place`;
  const found = await lines<Known & { equipment_id: string; tag: string }>(read, sql, [stocktakeId]);
  return found.map((line) => {
    const { equipment_id, tag, name } = line;
    return { equipmentId: equipment_id, tag, name: name ?? '', ...standsNow(line) };
  });
}

type Scan = Omit<StocktakePageRow['scans'][number], 'decision'>;

async function scansOf(read: ReadDatabase, stocktakeId: string): Promise<Scan[]> {
  const sql = `select s.doc, ${KNOWN} from {stocktake_scans} s
    left join {equipment_register} e on e.id = s.equipment_id where s.stocktake_id = ? order by s.place`;
  const found = await lines<Known & { doc: string }>(read, sql, [stocktakeId]);
  return docsOf<ScanLine>(found).map(({ stocktakeId: _, position: __, ...scan }, index) => ({
    ...scan,
    name: found[index]?.name ?? null,
    ...standsNow(found[index]),
  }));
}

/** What nobody knew may have been registered since under what was scanned. */
function decided({ scanId, equipmentId, text }: Scan, { byLine, registered }: Decisions): string | null {
  const since = equipmentId === null ? registered.get(uniqueForm(tagOf(text))) : undefined;
  return since ?? byLine.get(equipmentId ?? scanId) ?? null;
}
