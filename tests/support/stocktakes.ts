import type { EquipmentId, RoomId } from '#domain/ids.ts';
import type { StocktakeEvent } from '#domain/stocktake/events.ts';
import { stocktake } from '#domain/stocktake/stocktake.ts';
import { happened, record, type History } from './given.ts';
import { KIM, LAB, ids } from './people.ts';

type Of<T extends StocktakeEvent['type']> = Extract<StocktakeEvent, { type: T }>;

/** The printer PR-1 and the screen SC-2 belong into the lab. */
export const belongings = [
  { equipmentId: ids.equipment(1), tag: 'PR-1' },
  { equipmentId: ids.equipment(2), tag: 'SC-2' },
];

export const started = (expected = belongings): StocktakeEvent => ({
  type: 'StocktakeStarted',
  data: { roomId: LAB, expected },
});

/** The n-th scan: of nothing that is known, unless a thing is named. */
export const scanned = (
  n: number,
  text: string,
  thing?: { readonly equipmentId: EquipmentId; readonly roomId: RoomId | null },
): Of<'EquipmentScanned'> => {
  const belongs = belongings.some(({ equipmentId }) => equipmentId === thing?.equipmentId);
  const verdict = thing ? (belongs ? 'expected' : 'elsewhere') : 'unknown';
  return {
    type: 'EquipmentScanned',
    data: { scanId: ids.scan(n), text, verdict, ...(thing ?? { equipmentId: null, roomId: null }) },
  };
};

export const undone = (n: number): StocktakeEvent => ({ type: 'ScanUndone', data: { scanId: ids.scan(n) } });

export const finished = (result: Partial<Of<'StocktakeFinished'>['data']> = {}): StocktakeEvent => ({
  type: 'StocktakeFinished',
  data: { missing: [], elsewhere: [], unknown: [], ...result },
});

export const left = (data: Of<'StocktakeLineLeft'>['data']): StocktakeEvent => ({
  type: 'StocktakeLineLeft',
  data,
});

export const cancelled = (reason: string): StocktakeEvent => ({
  type: 'StocktakeCancelled',
  data: { reason },
});

/** A stock-take of the lab, with what has been scanned. */
export const stocktakeOf = (...events: StocktakeEvent[]): History =>
  record(stocktake, ids.stocktake(1), ...[started(), ...events].map((event) => happened(event, KIM)));
