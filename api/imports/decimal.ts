import type { Table } from './table.ts';
import type { Decimal } from './values.ts';

/** A mark that does not part three digits from others; or the second of two. */
const TELLING: readonly RegExp[] = [
  /^[+-]?\d[\d'’\s]*(?<mark>[.,])(?:\d{1,2}|\d{4,})$/,
  /^[+-]?\d{1,3}(?:,\d{3})+(?<mark>\.)\d+$/,
  /^[+-]?\d{1,3}(?:\.\d{3})+(?<mark>,)\d+$/,
];

function markIn(text: string): Decimal | undefined {
  const marks = TELLING.map((pattern) => pattern.exec(text)?.groups?.['mark']);
  return (['.', ','] as const).find((mark) => marks.includes(mark));
}

/**
 * How the amounts of a file are written, by the first that leaves no doubt; else as spreadsheets do, which part cells
 * by semicolons where the comma is the decimal mark. `amounts` are the columns that hold them.
 */
export function decimalIn({ rows, delimiter }: Table, amounts: readonly number[]): Decimal {
  for (const { cells } of rows)
    for (const column of amounts) {
      const mark = markIn(cells[column] ?? '');
      if (mark !== undefined) return mark;
    }
  return delimiter === ';' ? ',' : '.';
}
