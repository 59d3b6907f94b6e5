import { RowFile, type Row } from './rowFile.ts';

/** Rows from which on sending them as a file costs MySQL less than reading them as SQL. */
const MANY = 500;

/** Rows that are to be written. Many are kept as the file that they are sent as, for which they need not be collected. */
export class Rows implements Iterable<Row> {
  #few: Row[] = [];
  #file: RowFile | undefined;
  #size = 0;

  constructor(rows: Iterable<Row> = []) {
    for (const row of rows) this.add(row);
  }

  get size(): number {
    return this.#size;
  }

  /** Undefined where they are few. */
  get file(): RowFile | undefined {
    return this.#file;
  }

  /** Answers with the row's index. */
  add(row: Row): number {
    if (this.#file) this.#file.add(row);
    else if (this.#few.push(row) >= MANY) this.#pack();
    return this.#size++;
  }

  /** Puts another number in the last place of a row, of no more digits than the one that stands there. */
  amend(index: number, value: number): void {
    if (this.#file) this.#file.amend(index, value);
    else this.#few[index] = (this.#few[index] ?? []).with(-1, value);
  }

  #pack(): void {
    this.#file = new RowFile();
    for (const row of this.#few) this.#file.add(row);
    this.#few = [];
  }

  /** From a file, numbers come back as their digits. */
  [Symbol.iterator](): Iterator<Row> {
    return (this.#file ?? this.#few)[Symbol.iterator]();
  }
}
