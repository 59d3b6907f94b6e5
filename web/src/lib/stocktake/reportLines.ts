import { unknownIn, type Decision, type StocktakePageRow } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';
import type { ReportLine } from './decide.ts';
import { byTime } from './replay.ts';

interface Report {
  readonly missing: readonly ReportLine[];
  /** Reported missing, and then there was a scan of it that came late. */
  readonly foundAfterAll: readonly ReportLine[];
  readonly found: readonly ReportLine[];
  readonly elsewhere: readonly ReportLine[];
  readonly unknown: readonly ReportLine[];
}

type Item = StocktakePageRow['items'][number];
type PageScan = StocktakePageRow['scans'][number];

const pageOf = (equipmentId: string | null): string | null =>
  equipmentId === null ? null : `/equipment/${equipmentId}`;

const isFoundAfterAll = ({ found, decision }: Item): boolean =>
  found && decision === ('reportMissing' satisfies Decision);

/** Told after the end was: what came with a stock-take that is told afterwards as a whole is not late. */
export function lateScans({ endRecordedAt, scans }: StocktakePageRow): number {
  if (endRecordedAt === null) return 0;
  return scans.filter(({ recordedAt, undone }) => !undone && recordedAt > endRecordedAt).length;
}

const lineOfItem = ({ equipmentId, tag, name, stage, isPart, decision }: Item): ReportLine => ({
  line: equipmentId,
  tag,
  name,
  href: pageOf(equipmentId),
  hint: '',
  ...{ stage, isPart, decision },
});

const lineOfScan = (scan: PageScan, hint: string): ReportLine => ({
  line: scan.equipmentId ?? scan.scanId,
  tag: scan.text,
  name: scan.name,
  href: pageOf(scan.equipmentId),
  hint,
  decision: scan.decision,
  stage: scan.stage,
  isPart: scan.isPart,
});

const once = (lines: readonly ReportLine[]): readonly ReportLine[] => [
  ...new Map(lines.map((line) => [line.line, line])).values(),
];

function whereElse({ isPart, roomName }: PageScan, m: Messages['stocktake']): string {
  if (isPart) return m.isPart;
  return roomName ? m.belongsIn(roomName) : m.nowhere;
}

/** What a finished stock-take has come to, line by line. */
export function reportOf(stocktake: StocktakePageRow, { stocktake: m, equipment }: Messages): Report {
  /** What is not simply in stock may be missed for a reason. */
  const missed = (item: Item): ReportLine => {
    const { stage, decision } = item;
    const tellsWhy = stage !== null && stage !== 'InStock' && decision === null;
    return { ...lineOfItem(item), hint: tellsWhy ? equipment.stages[stage] : '' };
  };
  const scans = stocktake.scans.filter(({ undone }) => !undone).sort(byTime);
  const elsewhere = scans
    .filter(({ verdict }) => verdict === 'elsewhere')
    .map((scan) => lineOfScan(scan, whereElse(scan, m)));
  return {
    missing: stocktake.items.filter(({ found }) => !found).map(missed),
    foundAfterAll: stocktake.items
      .filter(isFoundAfterAll)
      .map((item) => ({ ...lineOfItem(item), decision: null })),
    found: stocktake.items.filter((item) => item.found && !isFoundAfterAll(item)).map(lineOfItem),
    elsewhere: once(elsewhere),
    unknown: once(unknownIn(scans).map((scan) => lineOfScan(scan, m.by(scan.byName)))),
  };
}
