import type { Aggregate, Happened } from '../event.ts';
import type { EquipmentId, RoomId, ScanId, UserId } from '../ids.ts';
import type { StocktakeEvent, Verdict } from './events.ts';

export interface Scan {
  readonly scanId: ScanId;
  readonly text: string;
  readonly verdict: Verdict;
  readonly equipmentId: EquipmentId | null;
  readonly roomId: RoomId | null;
  readonly by: UserId | null;
  readonly at: string;
}

export interface StartedStocktake {
  readonly status: 'Running' | 'Finished' | 'Cancelled';
  readonly roomId: RoomId;
  /** RFC 3339; null while it runs, and where it was cancelled. */
  readonly finishedAt: string | null;
  readonly expected: readonly { readonly equipmentId: EquipmentId; readonly tag: string }[];
  /** In the order in which they were recorded; those taken back are gone. */
  readonly scans: ReadonlyMap<ScanId, Scan>;
  /** Those taken back: when they are sent once more, they stay so. */
  readonly undone: ReadonlySet<ScanId>;
  /** The lines of the report that are left as they are. */
  readonly left: ReadonlySet<string>;
}
export type Stocktake = { readonly status: 'Unstarted' } | StartedStocktake;

/** What names a line of the report: its thing or, where nobody knows it, its scan. */
export const lineKey = ({
  equipmentId,
  scanId,
}: {
  readonly equipmentId: EquipmentId | null;
  readonly scanId: ScanId | null;
}): string => equipmentId ?? scanId ?? '';

type Scanned = Pick<StartedStocktake, 'scans' | 'undone'>;

function withScan(
  { scans, undone }: Scanned,
  { data, by, at }: Happened<Extract<StocktakeEvent, { type: 'EquipmentScanned' }>>,
): Scanned {
  const isKnown = scans.has(data.scanId) || undone.has(data.scanId);
  return { undone, scans: isKnown ? scans : new Map(scans).set(data.scanId, { ...data, by, at }) };
}

function withoutScan({ scans, undone }: Scanned, scanId: ScanId): Scanned {
  const rest = new Map(scans);
  return rest.delete(scanId) ? { scans: rest, undone: new Set(undone).add(scanId) } : { scans, undone };
}

const begun = ({ data }: Extract<StocktakeEvent, { type: 'StocktakeStarted' }>): StartedStocktake => ({
  status: 'Running',
  finishedAt: null,
  ...data,
  scans: new Map(),
  undone: new Set(),
  left: new Set(),
});

function evolve(state: Stocktake, event: Happened<StocktakeEvent>): Stocktake {
  if (state.status === 'Unstarted') return event.type === 'StocktakeStarted' ? begun(event) : state;
  switch (event.type) {
    case 'StocktakeStarted':
      return state;
    case 'EquipmentScanned':
      return { ...state, ...withScan(state, event) };
    case 'ScanUndone':
      return { ...state, ...withoutScan(state, event.data.scanId) };
    case 'StocktakeLineLeft':
      return { ...state, left: new Set(state.left).add(lineKey(event.data)) };
    case 'StocktakeFinished':
      return { ...state, status: 'Finished', finishedAt: event.at };
    case 'StocktakeCancelled':
      return { ...state, status: 'Cancelled' };
    default:
      return event satisfies never;
  }
}

export const stocktake: Aggregate<Stocktake, StocktakeEvent> = {
  category: 'stocktake',
  initial: { status: 'Unstarted' },
  evolve,
};
