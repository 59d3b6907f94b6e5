import { decidedInWords } from '#api/contract/decided.ts';
import { unknownIn } from '#api/contract/scanned.ts';
import type { StocktakePageRow } from '#api/contract/rows.ts';
import { headerLine, rowLines, type Cell, type CsvColumn, type CsvStyle } from './csv.ts';

type Line = readonly [
  tag: string,
  name: string | null,
  verdict: string,
  room: string | null,
  at: string | null,
  by: string | null,
  decision: string | null,
];
const HEADERS = ['Tag', 'Name', 'Verdict', 'Belongs in', 'Scanned', 'Scanned by', 'Decision'];

const inWords = (decision: string | null): string | null =>
  decision === null ? null : decidedInWords(decision);

const columns: readonly CsvColumn<Line>[] = HEADERS.map((header, n) => ({
  header,
  of: (line): Cell => line[n] ?? null,
}));

function linesOf({ items, scans, roomName, status }: StocktakePageRow): Line[] {
  const live = scans.filter(({ undone }) => !undone);
  const unknown = new Set(unknownIn(live));
  const missing = status === 'Finished' ? 'missing' : 'not scanned';
  return [
    ...items.map(({ equipmentId, tag, name, found, decision }): Line => {
      const scan = live.find((one) => one.equipmentId === equipmentId);
      return [
        tag,
        name,
        found ? 'found' : missing,
        roomName,
        scan?.at ?? null,
        scan?.byName ?? null,
        inWords(decision),
      ];
    }),
    ...live
      .filter((scan) => scan.verdict === 'elsewhere' || unknown.has(scan))
      .map((scan): Line => {
        const { text, name, verdict, at, byName, decision } = scan;
        return [text, name, verdict, scan.roomName, at, byName, inWords(decision)];
      }),
  ];
}

/** The report of a stock-take: a line for each thing that was expected, and for each other scan. */
export const stocktakeCsv = (stocktake: StocktakePageRow, style: CsvStyle): Buffer =>
  Buffer.from(headerLine(columns, style) + rowLines(linesOf(stocktake), columns, style));
