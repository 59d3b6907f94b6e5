import { parse } from 'csv-parse/sync';

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];
export const RECORD_ENDS = ['\r\n', '\n', '\r'];

const SAMPLE_ROWS = 50;

/** How many cells the first rows have; none where they cannot be read so. */
function widths(text: string, delimiter: Delimiter): readonly number[] {
  const options = { delimiter, record_delimiter: RECORD_ENDS, relax_column_count: true, relax_quotes: true };
  try {
    return parse(text, { ...options, to: SAMPLE_ROWS })
      .filter((cells) => cells.some((cell) => cell !== ''))
      .map((cells) => cells.length);
  } catch {
    return [];
  }
}

/** The delimiter that parts the header, and parts most rows into as many cells. */
export function delimiterOf(text: string): Delimiter {
  const rated = DELIMITERS.map((delimiter) => {
    const [columns = 1, ...rows] = widths(text, delimiter);
    const alike = rows.filter((width) => width === columns).length;
    return { delimiter, rating: columns === 1 ? 0 : (1 + alike) / (1 + rows.length), columns };
  });
  rated.sort((a, b) => b.rating - a.rating || b.columns - a.columns);
  return rated[0]?.delimiter ?? ',';
}
