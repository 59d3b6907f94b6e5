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
  readonly expected: readonly { readonly equipmentId: EquipmentId; readonly tag: string }[];
  /** In the order in which they were recorded; those taken back are gone. */
  readonly scans: ReadonlyMap<ScanId, Scan>;
}
export type Stocktake = { readonly status: 'Unstarted' } | StartedStocktake;

function scansAfter(
  scans: ReadonlyMap<ScanId, Scan>,
  { data, by, at }: Happened<Extract<StocktakeEvent, { type: 'EquipmentScanned' }>>,
): ReadonlyMap<ScanId, Scan> {
  return new Map(scans).set(data.scanId, { ...data, by, at });
}

function without(scans: ReadonlyMap<ScanId, Scan>, scanId: ScanId): ReadonlyMap<ScanId, Scan> {
  const rest = new Map(scans);
  rest.delete(scanId);
  return rest;
}

function evolve(state: Stocktake, event: Happened<StocktakeEvent>): Stocktake {
  if (state.status === 'Unstarted')
    return event.type === 'StocktakeStarted'
      ? { status: 'Running', roomId: event.data.roomId, expected: event.data.expected, scans: new Map() }
      : state;
  switch (event.type) {
    case 'StocktakeStarted':
      return state;
    case 'EquipmentScanned':
      return { ...state, scans: scansAfter(state.scans, event) };
    case 'ScanUndone':
      return { ...state, scans: without(state.scans, event.data.scanId) };
    case 'StocktakeFinished':
      return { ...state, status: 'Finished' };
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
