import type { Listed, TicketQueueRow } from '#lib/contract.ts';
import { isLater } from '#lib/live/position.ts';
import { compare, matches, type Filters } from './filters.ts';

/** A line of the list. */
export interface Line {
  readonly row: TicketQueueRow;
  /** It no longer belongs here, but stays until the reader lets it go. */
  readonly left: boolean;
  /** How often it has changed since it came, and when last (milliseconds since the epoch). */
  readonly changes: number;
  readonly changedAt: number;
}

const isNews = (row: TicketQueueRow, known: TicketQueueRow): boolean =>
  !isLater(known.position, row.position) && JSON.stringify(row) !== JSON.stringify(known);
const fresh = (row: TicketQueueRow): Line => ({ row, left: false, changes: 0, changedAt: 0 });

/**
 * The lines of a queue as one person sees them. What others change is shown in place at once; lines that
 * would come, go or move wait until the reader asks for them, so that nothing jumps under the pointer.
 */
export class Lines {
  readonly filters: Filters;
  /** The cursor of the next page; null: all are here. */
  next: string | null = null;
  position = '0';
  readonly #me: string;
  readonly #now: () => number;
  #lines: Line[] = [];
  #places = new Map<string, number>();
  readonly #incoming = new Map<string, TicketQueueRow>();
  readonly #displaced = new Set<string>();

  constructor(filters: Filters, me: string, now: () => number = Date.now) {
    this.filters = filters;
    this.#me = me;
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
  slice(from: number, to: number): readonly Line[] {
    return this.#lines.slice(from, to);
  }
  find(ticketId: string): TicketQueueRow | undefined {
    return this.#line(ticketId)?.row;
  }

  reset(page: Listed<TicketQueueRow>): void {
    this.#incoming.clear();
    this.#displaced.clear();
    this.next = page.next;
    this.position = page.position;
    this.#set(page.items.map(fresh));
  }

  append(page: Listed<TicketQueueRow>): void {
    this.next = page.next;
    const isKnown = ({ ticketId }: TicketQueueRow) =>
      this.#places.has(ticketId) || this.#incoming.has(ticketId);
    this.#set([...this.#lines, ...page.items.filter((row) => !isKnown(row)).map(fresh)]);
  }

  /** Takes in a changed row, unless a later one of the ticket is known, or the same. */
  change(row: TicketQueueRow): void {
    const line = this.#line(row.ticketId);
    const known = line?.row ?? this.#incoming.get(row.ticketId);
    if (known && !isNews(row, known)) return;
    const belongs = matches(row, this.filters, this.#me, line !== undefined);
    if (line) this.#replace(this.#changed(row, line.changes, !belongs));
    else if (belongs && this.#isInSight(row)) this.#incoming.set(row.ticketId, row);
    else this.#incoming.delete(row.ticketId);
  }

  /** Takes in the beginning of the list as it is now: lines that stood there and are gone have left. */
  reconcile({ items, position }: Listed<TicketQueueRow>): void {
    this.position = position;
    const last = items.at(-1);
    const listed = new Set(items.map(({ ticketId }) => ticketId));
    const gone = this.#lines.filter(
      ({ row, left }) =>
        !left && !listed.has(row.ticketId) && last && compare(row, last, this.filters.sort) <= 0,
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
    this.#set(lines.sort((a, b) => compare(a.row, b.row, this.filters.sort)));
  }

  #line(ticketId: string): Line | undefined {
    const place = this.#places.get(ticketId);
    return place === undefined ? undefined : this.#lines[place];
  }

  #changed(row: TicketQueueRow, changes: number, left: boolean): Line {
    return { row, left, changes: changes + 1, changedAt: this.#now() };
  }

  #replace(line: Line): void {
    const { ticketId } = line.row;
    const place = this.#places.get(ticketId);
    if (place === undefined) return;
    this.#lines[place] = line;
    if (line.left || !this.#isInOrder(place)) this.#displaced.add(ticketId);
    else this.#displaced.delete(ticketId);
  }

  #isInOrder(place: number): boolean {
    const [before, line, after] = [this.#lines[place - 1], this.#lines[place], this.#lines[place + 1]];
    const ordered = (a: Line | undefined, b: Line | undefined) =>
      !a || !b || compare(a.row, b.row, this.filters.sort) <= 0;
    return ordered(before, line) && ordered(line, after);
  }

  /** Would the row stand among those that are loaded? */
  #isInSight(row: TicketQueueRow): boolean {
    const last = this.#lines.at(-1);
    return this.next === null || !last || compare(row, last.row, this.filters.sort) <= 0;
  }

  #set(lines: Line[]): void {
    this.#lines = lines;
    this.#places = new Map(lines.map((line, place) => [line.row.ticketId, place]));
  }
}
