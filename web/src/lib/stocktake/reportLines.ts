import { unknownIn, type StocktakePageRow } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';
import type { ReportLine } from './decide.ts';
import { byTime } from './replay.ts';

interface Report {
  readonly missing: readonly ReportLine[];
  readonly found: readonly ReportLine[];
  readonly elsewhere: readonly ReportLine[];
  readonly unknown: readonly ReportLine[];
}

type Item = StocktakePageRow['items'][number];
type PageScan = StocktakePageRow['scans'][number];

const pageOf = (equipmentId: string | null): string | null =>
  equipmentId === null ? null : `/equipment/${equipmentId}`;

const lineOfItem = ({ equipmentId, tag, name, decision }: Item): ReportLine => ({
  line: equipmentId,
  tag,
  name,
  href: pageOf(equipmentId),
  hint: '',
  decision,
});

const lineOfScan = (scan: PageScan, hint: string): ReportLine => ({
  line: scan.equipmentId ?? scan.scanId,
  tag: scan.text,
  name: scan.name,
  href: pageOf(scan.equipmentId),
  hint,
  decision: scan.decision,
});

const once = (lines: readonly ReportLine[]): readonly ReportLine[] => [
  ...new Map(lines.map((line) => [line.line, line])).values(),
];

/** What a finished stock-take has come to, line by line. */
export function reportOf(stocktake: StocktakePageRow, { stocktake: m }: Messages): Report {
  const scans = stocktake.scans.filter(({ undone }) => !undone).sort(byTime);
  const elsewhere = scans
    .filter(({ verdict }) => verdict === 'elsewhere')
    .map((scan) => lineOfScan(scan, scan.roomName ? m.belongsIn(scan.roomName) : m.nowhere));
  return {
    missing: stocktake.items.filter(({ found }) => !found).map(lineOfItem),
    found: stocktake.items.filter(({ found }) => found).map(lineOfItem),
    elsewhere: once(elsewhere),
    unknown: once(unknownIn(scans).map((scan) => lineOfScan(scan, m.by(scan.byName)))),
  };
}
