import { Readable } from 'node:stream';
import type { Value, Write } from './write.ts';

export type BulkPut = Extract<Write, { kind: 'put' }>;

/** Rows from which on sending them as a file costs MySQL less than reading them as SQL. */
const MANY = 500;
const CHUNK_BYTES = 400_000;
const BYTES_A_CHARACTER = 3;

/** Whole rows, many of them: what is there under their ids is replaced. */
export const isBulk = (write: Write): write is BulkPut =>
  write.kind === 'put' && write.adds === undefined && write.rows.length >= MANY;

// Control characters, which are not in JSON and hardly in any text: next to nothing has to be escaped.
const ESCAPE = '\x1d';
const FIELD_END = '\x1e';
const LINE_END = '\x1f';
const SPECIAL = new RegExp(`[${ESCAPE}${FIELD_END}${LINE_END}]`, 'g');

export const loadSql = (table: string, { columns }: BulkPut): string =>
  `load data local infile 'rows' replace into table ${table} character set binary
    fields terminated by 0x1e escaped by 0x1d lines terminated by 0x1f (${columns.join(',')})`;

/** The rows as `loadSql` reads them. */
export const rowsAsFile = ({ rows }: BulkPut): Readable => Readable.from(chunks(rows));

/** Each row is encoded alone: one with letters beyond Latin-1 costs more, and so would all that are one text with it. */
function* chunks(rows: BulkPut['rows']): Iterable<Buffer> {
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let end = 0;
  for (const row of rows) {
    const line = lineOf(row);
    const most = line.length * BYTES_A_CHARACTER;
    if (end + most > chunk.length) {
      // A piece of nothing would be the end of the file.
      if (end > 0) yield chunk.subarray(0, end);
      chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, most));
      end = 0;
    }
    end += chunk.write(line, end);
  }
  if (end > 0) yield chunk.subarray(0, end);
}

function lineOf(row: readonly Value[]): string {
  let line = field(row[0] ?? null);
  for (let at = 1; at < row.length; at += 1) line += FIELD_END + field(row[at] ?? null);
  return line + LINE_END;
}

function field(value: Value): string {
  if (value === null) return `${ESCAPE}N`;
  if (typeof value !== 'string') return String(value);
  return value.search(SPECIAL) < 0 ? value : value.replace(SPECIAL, `${ESCAPE}$&`);
}
