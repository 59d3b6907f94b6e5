import { tagKey, type StocktakePageRow, type StocktakeScan, type Verdict } from '#lib/contract.ts';
import type { Entry } from './shelf.ts';

/** What is known on this device says less than the desk: what is not on the list may belong elsewhere or nowhere. */
export type LocalVerdict = 'expected' | 'again' | 'unlisted';
export type ShownVerdict = Verdict | LocalVerdict;

export type Expected = StocktakePageRow['items'][number];

interface Known {
  /** As it was frozen when the stock-take began. */
  readonly items: readonly Expected[];
  readonly scans: readonly StocktakeScan[];
  readonly waiting: readonly Entry[];
}

export interface Judged {
  readonly verdict: LocalVerdict;
  readonly item: Expected | undefined;
}

/** The entries that are not taken back by a later one. */
export function standing(waiting: readonly Entry[]): readonly Entry[] {
  const undone = new Set(waiting.filter(({ command }) => command === 'undoScan').map(({ scanId }) => scanId));
  return waiting.filter(({ command, scanId }) => command === 'scan' && !undone.has(scanId));
}

/** The scans that the desk knows and nobody has taken back, also not on this device. */
export function counted(
  scans: readonly StocktakeScan[],
  waiting: readonly Entry[],
): readonly StocktakeScan[] {
  const undone = new Set(waiting.filter(({ command }) => command === 'undoScan').map(({ scanId }) => scanId));
  return scans.filter((scan) => !scan.undone && !undone.has(scan.scanId));
}

/** Is this expected here, and has it been scanned already? Judged on this device, without the desk. */
export function judge(tag: string, { items, scans, waiting }: Known): Judged {
  const key = tagKey(tag);
  const item = items.find((it) => tagKey(it.tag) === key);
  const isSame = (text: string, equipmentId: string | null): boolean =>
    tagKey(text) === key || (item !== undefined && equipmentId === item.equipmentId);
  const before =
    counted(scans, waiting).some(({ text, equipmentId }) => isSame(text, equipmentId)) ||
    standing(waiting).some(({ text }) => isSame(text, null));
  if (before) return { verdict: 'again', item };
  return { verdict: item ? 'expected' : 'unlisted', item };
}

const byTag = new Intl.Collator(undefined, { numeric: true });

/** What should be here and has not been scanned yet, in the order of the tags. */
export function missingOf({ items, scans, waiting }: Known): readonly Expected[] {
  const ids = new Set(counted(scans, waiting).map(({ equipmentId }) => equipmentId));
  const tags = new Set(standing(waiting).map(({ text }) => tagKey(text)));
  return items
    .filter(({ equipmentId, tag }) => !ids.has(equipmentId) && !tags.has(tagKey(tag)))
    .sort((one, other) => byTag.compare(one.tag, other.tag));
}
