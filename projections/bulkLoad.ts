import { Readable } from 'node:stream';
import type { Value, Write } from './write.ts';

export type BulkPut = Extract<Write, { kind: 'put' }>;

/** Rows from which on sending them as a file costs MySQL less than reading them as SQL. */
const MANY = 500;
const CHUNK_CHARACTERS = 200_000;

/** Whole rows, many of them: what is there under their ids is replaced. */
export const isBulk = (write: Write): write is BulkPut =>
  write.kind === 'put' && write.adds === undefined && write.rows.length >= MANY;

export const loadSql = (table: string, { columns }: BulkPut): string =>
  `load data local infile 'rows' replace into table ${table} character set binary (${columns.join(',')})`;

/** The rows in the format that LOAD DATA reads where it is told nothing else. */
export const rowsAsFile = ({ rows }: BulkPut): Readable => Readable.from(chunks(rows));

function* chunks(rows: BulkPut['rows']): Iterable<Buffer> {
  let text = '';
  for (const row of rows) {
    text += field(row[0] ?? null);
    for (let at = 1; at < row.length; at += 1) text += `\t${field(row[at] ?? null)}`;
    text += '\n';
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

const ESCAPES: readonly (readonly [string, string])[] = [
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\0', '\\0'],
];

function field(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  let text = value;
  for (const [character, escape] of ESCAPES)
    if (text.includes(character)) text = text.replaceAll(character, escape);
  return text;
}
