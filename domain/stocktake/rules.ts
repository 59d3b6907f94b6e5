import { uniqueForm } from '../equipment/rules.ts';
import type { EquipmentId, RoomId, ScanId } from '../ids.ts';
import { isAfter } from '../time.ts';
import type { Verdict } from './events.ts';
import { lineKey, type Scan, type StartedStocktake, type Stocktake } from './stocktake.ts';

/** A room with more in it is taken stock of in parts: one event has to hold the whole expected set. */
export const MOST_EXPECTED = 5_000;

export const isStarted = (stocktake: Stocktake): stocktake is StartedStocktake =>
  stocktake.status !== 'Unstarted';

/** Does it take what was done at that moment? What waited for a connection may be told after the end. */
export const takes = ({ status, finishedAt }: StartedStocktake, moment: string): boolean =>
  status === 'Running' || (finishedAt !== null && isAfter(finishedAt, moment));

/** A thing that is known, and the room that it belongs into (null: it is with a person, or missing). */
export interface Found {
  readonly equipmentId: EquipmentId;
  readonly tag: string;
  readonly roomId: RoomId | null;
}

export type Judged = Pick<Scan, 'text' | 'verdict' | 'equipmentId' | 'roomId'>;

const judged = (verdict: Verdict, { equipmentId, tag, roomId }: Found): Judged => ({
  text: tag,
  verdict,
  equipmentId,
  roomId,
});

/** What a scan of this tag says, whose thing is known or not. A label from before a retagging still tells what was expected. */
export function verdictOn({ expected, roomId }: StartedStocktake, tag: string, thing: Found | null): Judged {
  if (thing) {
    const belongs = expected.some(({ equipmentId }) => equipmentId === thing.equipmentId);
    return belongs ? judged('expected', { ...thing, roomId }) : judged('elsewhere', thing);
  }
  const key = uniqueForm(tag);
  const known = expected.find((item) => uniqueForm(item.tag) === key);
  if (known) return judged('expected', { ...known, roomId });
  return { text: tag, verdict: 'unknown', equipmentId: null, roomId: null };
}

/** A line of the report: what was expected, or a scan of something else. */
export interface Line {
  readonly equipmentId: EquipmentId | null;
  readonly scanId: ScanId | null;
  readonly text: string;
}

/** The line that is named by a thing's id or, where nobody knows it, by its scan's. */
export function lineNamed({ expected, scans }: StartedStocktake, name: string): Line | undefined {
  const item = expected.find(({ equipmentId }) => equipmentId === name);
  if (item) return { equipmentId: item.equipmentId, scanId: null, text: item.tag };
  const scan = scans.values().find((one) => lineKey(one) === name);
  if (!scan) return undefined;
  const { equipmentId, scanId, text } = scan;
  return { equipmentId, scanId: equipmentId ? null : scanId, text };
}

const keyOf = ({ equipmentId, text }: Pick<Scan, 'equipmentId' | 'text'>): string =>
  equipmentId ?? uniqueForm(text);

/** Has the same thing been scanned already, and not been taken back? */
export function isScanned({ scans }: StartedStocktake, scan: Judged): boolean {
  const key = keyOf(scan);
  return scans.values().some((earlier) => keyOf(earlier) === key);
}
