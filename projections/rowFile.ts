import type { Value } from './write.ts';

export type Row = readonly Value[];

const CHUNK_BYTES = 400_000;
const BYTES_A_CHARACTER = 3;

// Control characters, which are not in JSON and hardly in any text: next to nothing has to be escaped.
const ESCAPE = '\x1d';
const FIELD_END = '\x1e';
const LINE_END = '\x1f';
const NULL = 'N';
const SPECIAL = new RegExp(`[${ESCAPE}${FIELD_END}${LINE_END}]`, 'g');
const PART = new RegExp(
  `[^${ESCAPE}${FIELD_END}${LINE_END}]*(?:${ESCAPE}(.)|[${FIELD_END}${LINE_END}])`,
  'gsu',
);

/** How MySQL is told to read such a file. */
export const FILE_FORMAT = 'fields terminated by 0x1e escaped by 0x1d lines terminated by 0x1f';

/** Rows as the bytes of a file that MySQL reads them from; numbers come back from it as their digits. */
export class RowFile implements Iterable<Row> {
  readonly #full: Buffer[] = [];
  #chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  #end = 0;
  /** Of each row: its chunk, and where it ends there. */
  readonly #chunks: number[] = [];
  readonly #ends: number[] = [];

  add(row: Row): void {
    const line = lineOf(row);
    const most = line.length * BYTES_A_CHARACTER;
    if (this.#end + most > this.#chunk.length) {
      this.#full.push(...this.#last());
      this.#chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, most));
      this.#end = 0;
    }
    // Each row is encoded alone: one with letters beyond Latin-1 costs more, and so would all that are one text with it.
    this.#end += this.#chunk.write(line, this.#end);
    this.#chunks.push(this.#full.length);
    this.#ends.push(this.#end);
  }

  /** Puts another number in the last place of a row; it must not have more digits than the one that stands there. */
  amend(index: number, value: number): void {
    const chunk = this.#full[this.#chunks[index] ?? 0] ?? this.#chunk;
    const end = (this.#ends[index] ?? 0) - LINE_END.length;
    const start = chunk.lastIndexOf(FIELD_END, end) + FIELD_END.length;
    const digits = String(value).padStart(end - start, '0');
    if (digits.length > end - start) throw new RangeError(`${digits} is longer than what stands there`);
    chunk.write(digits, start, 'latin1');
  }

  /** Pieces of whole rows. */
  chunks(): Buffer[] {
    return [...this.#full, ...this.#last()];
  }

  /** A piece of nothing would be the end of the file. */
  #last(): Buffer[] {
    return this.#end > 0 ? [this.#chunk.subarray(0, this.#end)] : [];
  }

  *[Symbol.iterator](): Iterator<Row> {
    for (const chunk of this.chunks()) yield* rowsIn(chunk.toString());
  }
}

function lineOf(row: Row): string {
  let line = fieldOf(row[0] ?? null);
  for (let at = 1; at < row.length; at += 1) line += FIELD_END + fieldOf(row[at] ?? null);
  return line + LINE_END;
}

function fieldOf(value: Value): string {
  if (value === null) return ESCAPE + NULL;
  if (typeof value !== 'string') return String(value);
  return value.search(SPECIAL) < 0 ? value : value.replace(SPECIAL, `${ESCAPE}$&`);
}

function* rowsIn(text: string): Iterable<Row> {
  let row: Value[] = [];
  let field: string | null = '';
  for (const [part, escaped] of text.matchAll(PART)) {
    if (escaped === NULL) field = null;
    else if (escaped !== undefined) field = (field ?? '') + part.slice(0, -2) + escaped;
    else {
      row.push(field === null ? null : field + part.slice(0, -1));
      field = '';
      if (!part.endsWith(LINE_END)) continue;
      yield row;
      row = [];
    }
  }
}
