import { CsvError, parse } from 'csv-parse/sync';
import type { ImportEncoding } from '#api/contract/imports.ts';
import { withoutGuard } from '#api/exports/guard.ts';
import { DELIMITERS, delimiterOf, RECORD_ENDS, type Delimiter } from './delimiter.ts';
import { decode } from './encoding.ts';

export const MOST_ROWS = 50_000;
const MOST_COLUMNS = 200;
const MOST_CELL = 20_000;
const MOST_NAME = 60;

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

/** Why the text cannot be parted into cells, and where. */
interface Broken {
  readonly why: string;
  /** Records before the one that is broken. */
  readonly after: number;
  /** The place of the cell in its record. */
  readonly column: number;
}

function brokenBy(error: unknown): Broken {
  if (!(error instanceof CsvError)) throw error;
  const at = { after: Number(error['records']), column: Number(error['column']) };
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { ...at, why: 'a quotation mark is not closed' };
  if (error.code === 'CSV_MAX_RECORD_SIZE') return { ...at, why: 'the row is too long' };
  return { ...at, why: 'there is a quotation mark out of place; inside a cell it has to be doubled' };
}

function records(text: string, delimiter: Delimiter, most = MOST_ROWS + 2): string[][] | Broken {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: RECORD_ENDS,
      relax_column_count: true,
      max_record_size: MOST_COLUMNS * MOST_CELL,
      to: most,
    });
  } catch (error) {
    return brokenBy(error);
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

interface Sheet {
  readonly text: string;
  readonly delimiter: Delimiter;
  /** The row in which the text begins. */
  readonly first: number;
}

/** What is wrong, with the row and the column as a spreadsheet has them. */
function faultIn({ text, delimiter, first }: Sheet, { why, after, column }: Broken): Fault {
  const before = after === 0 ? [] : records(text, delimiter, after);
  const [header] = 'why' in before ? [] : filled(before, first);
  const name = header?.cells[column]?.replaceAll(/\s+/g, ' ').slice(0, MOST_NAME) ?? '';
  const place = name === '' ? String(column + 1) : `“${name}”`;
  return { fault: `Row ${String(first + after)}, column ${place}: ${why}.` };
}

/** A CSV file as rows of text. The first row in which anything stands is the header. */
export function readTable(bytes: Buffer): TableRead {
  const decoded = decode(bytes);
  if ('fault' in decoded) return decoded;
  const [line = '', said] = SEPARATOR_LINE.exec(decoded.text) ?? [];
  const text = decoded.text.slice(line.length);
  const delimiter = DELIMITERS.find((one) => one === said) ?? delimiterOf(text);
  const first = line === '' ? 1 : 2;
  const found = records(text, delimiter);
  if ('why' in found) return faultIn({ text, delimiter, first }, found);
  const sheet = shaped(found, first);
  return 'fault' in sheet ? sheet : { table: { encoding: decoded.encoding, delimiter, ...sheet } };
}
