import { CsvError, parse } from 'csv-parse/sync';
import type { ImportEncoding } from '#api/contract/imports.ts';
import { withoutGuard } from '#api/exports/guard.ts';
import { DELIMITERS, delimiterOf, RECORD_ENDS, type Delimiter } from './delimiter.ts';
import { decode } from './encoding.ts';

export const MOST_ROWS = 50_000;
const MOST_COLUMNS = 200;
const MOST_CELL = 20_000;

export interface TableRow {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly cells: readonly string[];
}
export interface Table {
  readonly encoding: ImportEncoding;
  readonly delimiter: Delimiter;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}
interface Fault {
  readonly fault: string;
}
export type TableRead = { readonly table: Table } | Fault;

/** Excel's own way of telling the delimiter. */
const SEPARATOR_LINE = /^sep=([,;\t])(?:\r\n|\n|\r)/i;

function faultOf(error: unknown): string {
  if (!(error instanceof CsvError)) throw error;
  const line = typeof error['lines'] === 'number' ? ` near line ${String(error['lines'])}` : '';
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return `A quotation mark${line} is not closed.`;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return `A row${line} is too long.`;
  return `There is a quotation mark out of place${line}; inside a cell it has to be doubled.`;
}

function records(text: string, delimiter: Delimiter): string[][] | Fault {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: RECORD_ENDS,
      relax_column_count: true,
      max_record_size: MOST_COLUMNS * MOST_CELL,
      to: MOST_ROWS + 2,
    });
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** The rows in which anything stands. */
const filled = (found: readonly string[][], first: number): TableRow[] =>
  found
    .map((cells, n) => ({ row: first + n, cells: cells.map((cell) => withoutGuard(cell.trim())) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

function shaped(found: readonly string[][], first: number): Fault | Pick<Table, 'header' | 'rows'> {
  if (found.length > MOST_ROWS + 1)
    return { fault: `The file has more than ${String(MOST_ROWS)} rows; please part it.` };
  const [header, ...rows] = filled(found, first);
  if (!header) return { fault: 'The file is empty.' };
  return header.cells.length > MOST_COLUMNS
    ? { fault: `The file has more than ${String(MOST_COLUMNS)} columns.` }
    : { header, rows };
}

/** A CSV file as rows of text. The first row in which anything stands is the header. */
export function readTable(bytes: Buffer): TableRead {
  const decoded = decode(bytes);
  if ('fault' in decoded) return decoded;
  const [line = '', said] = SEPARATOR_LINE.exec(decoded.text) ?? [];
  const text = decoded.text.slice(line.length);
  const delimiter = DELIMITERS.find((one) => one === said) ?? delimiterOf(text);
  const found = records(text, delimiter);
  if ('fault' in found) return found;
  const sheet = shaped(found, line === '' ? 1 : 2);
  return 'fault' in sheet ? sheet : { table: { encoding: decoded.encoding, delimiter, ...sheet } };
}
