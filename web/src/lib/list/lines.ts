import type { Listed } from '#lib/contract.ts';
import { isLater } from '#lib/live/position.ts';
import type { Line, Order, Positioned } from './order.ts';

const isNews = (row: Positioned, known: Positioned): boolean =>
  !isLater(known.position, row.position) && JSON.stringify(row) !== JSON.stringify(known);
const fresh = <R>(row: R): Line<R> => ({ row, left: false, changes: 0, changedAt: 0 });

/**
 * The lines of a list as one person sees them. What others change is shown in place at once; lines that
 * would come, go or move wait until the reader asks for them, so that nothing jumps under the pointer.
 */
export class Lines<R extends Positioned> {
  readonly order: Order<R>;
  /** The cursor of the next page; null: all are here. */
  next: string | null = null;
  position = '0';
  readonly #now: () => number;
  #lines: Line<R>[] = [];
  #places = new Map<string, number>();
  readonly #incoming = new Map<string, R>();
  readonly #displaced = new Set<string>();

  constructor(order: Order<R>, now: () => number = Date.now) {
    this.order = order;
    this.#now = now;
  }

  get length(): number {
    return this.#lines.length;
  }
  /** Lines that wait to be let in. */
  get incoming(): number {
    return this.#incoming.size;
  }
  /** Lines that would stand elsewhere or no longer here. */
  get displaced(): number {
    return this.#displaced.size;
  }
  slice(from: number, to: number): readonly Line<R>[] {
    return this.#lines.slice(from, to);
  }
  find(key: string): R | undefined {
    return this.#line(key)?.row;
  }

  reset(page: Listed<R>): void {
    this.#incoming.clear();
    this.#displaced.clear();
    this.next = page.next;
    this.position = page.position;
    this.#set(page.items.map(fresh));
  }

  append(page: Listed<R>): void {
    this.next = page.next;
    const isKnown = (row: R) => this.#places.has(this.#key(row)) || this.#incoming.has(this.#key(row));
    this.#set([...this.#lines, ...page.items.filter((row) => !isKnown(row)).map(fresh)]);
  }

  /** Takes in a changed row, unless a later one of the ticket is known, or the same. */
  change(row: R): void {
    const key = this.#key(row);
    const line = this.#line(key);
    const known = line?.row ?? this.#incoming.get(key);
    if (known && !isNews(row, known)) return;
    const belongs = this.order.belongs(row, line !== undefined);
    if (line) this.#replace(this.#changed(row, line.changes, !belongs));
    else if (belongs && this.#isInSight(row)) this.#incoming.set(key, row);
    else this.#incoming.delete(key);
  }

  /** Takes in the beginning of the list as it is now: lines that stood there and are gone have left. */
  reconcile({ items, position }: Listed<R>): void {
    this.position = position;
    const last = items.at(-1);
    const listed = new Set(items.map((row) => this.#key(row)));
    const gone = this.#lines.filter(
      ({ row, left }) => !left && !listed.has(this.#key(row)) && last && this.order.compare(row, last) <= 0,
    );
    for (const { row, changes } of gone) this.#replace(this.#changed(row, changes, true));
    for (const row of items) this.change(row);
  }

  /** Puts every line where it belongs now. */
  settle(): void {
    if (this.#incoming.size + this.#displaced.size === 0) return;
    const came = [...this.#incoming.values()].map((row) => this.#changed(row, 0, false));
    this.#incoming.clear();
    this.#displaced.clear();
    const lines = [...this.#lines.filter((line) => !line.left), ...came];
    this.#set(lines.sort((a, b) => this.order.compare(a.row, b.row)));
  }

  #key(row: R): string {
    return this.order.keyOf(row);
  }

  #line(key: string): Line<R> | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#lines[place];
  }

  #changed(row: R, changes: number, left: boolean): Line<R> {
    return { row, left, changes: changes + 1, changedAt: this.#now() };
  }

  #replace(line: Line<R>): void {
    const key = this.#key(line.row);
    const place = this.#places.get(key);
    if (place === undefined) return;
    this.#lines[place] = line;
    if (line.left || !this.#isInOrder(place)) this.#displaced.add(key);
    else this.#displaced.delete(key);
  }

  #isInOrder(place: number): boolean {
    const [before, line, after] = [this.#lines[place - 1], this.#lines[place], this.#lines[place + 1]];
    const ordered = (a: Line<R> | undefined, b: Line<R> | undefined) =>
      !a || !b || this.order.compare(a.row, b.row) <= 0;
    return ordered(before, line) && ordered(line, after);
  }

  /** Would the row stand among those that are loaded? */
  #isInSight(row: R): boolean {
    const last = this.#lines.at(-1);
    return this.next === null || !last || this.order.compare(row, last.row) <= 0;
  }

  #set(lines: Line<R>[]): void {
    this.#lines = lines;
    this.#places = new Map(lines.map((line, place) => [this.#key(line.row), place]));
  }
}
