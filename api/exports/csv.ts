import { guarded } from './guard.ts';

export interface CsvStyle {
  readonly delimiter: ',' | ';' | '\t';
  readonly decimal: '.' | ',';
}

export type Cell = string | number | boolean | null;

export interface CsvColumn<R> {
  readonly header: string;
  readonly of: (row: R) => Cell;
}

export const column = <R>(header: string, of: (row: R) => Cell): CsvColumn<R> => ({ header, of });

export const BYTE_ORDER_MARK = '\ufeff';

function textOf(cell: Cell, { decimal }: CsvStyle): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'number' ? String(cell).replace('.', decimal) : guarded(cell);
}

const SPECIAL = /["\r\n,;\t]|^\s|\s$/;
const quoted = (text: string): string => (SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A line of RFC 4180, ended by CR LF, in which spreadsheets calculate nothing. */
export const csvLine = (cells: readonly Cell[], style: CsvStyle): string =>
  `${cells.map((cell) => quoted(textOf(cell, style))).join(style.delimiter)}\r\n`;

export const headerLine = <R>(columns: readonly CsvColumn<R>[], style: CsvStyle): string =>
  BYTE_ORDER_MARK +
  csvLine(
    columns.map(({ header }) => header),
    style,
  );

export const rowLines = <R>(rows: readonly R[], columns: readonly CsvColumn<R>[], style: CsvStyle): string =>
  rows
    .map((row) =>
      csvLine(
        columns.map(({ of }) => of(row)),
        style,
      ),
    )
    .join('');
