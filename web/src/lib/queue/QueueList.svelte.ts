import type { Listed, TicketQueueRow } from '#lib/contract.ts';
import { isLater } from '#lib/live/position.ts';
import { compare, matches, type Filters } from './filters.ts';

/** A line of the list. */
export interface Line {
  readonly row: TicketQueueRow;
  /** It no longer belongs here, but stays until the reader lets it go. */
  readonly left: boolean;
  /** How often it has changed since it came, and when last. */
  readonly changes: number;
  readonly changedAt: number;
}

const GLOW_MS = 2_400;
const fresh = (row: TicketQueueRow): Line => ({ row, left: false, changes: 0, changedAt: 0 });
const changed = (line: Line | undefined, row: TicketQueueRow, left: boolean): Line => ({
  row,
  left,
  changes: (line?.changes ?? 0) + 1,
  changedAt: Date.now(),
});

export const isGlowing = (line: Line): boolean => Date.now() - line.changedAt < GLOW_MS;

/**
 * The lines of a queue as one person sees them. What others change is shown in place at once; lines that
 * would come, go or move wait until the reader asks for them, so that nothing jumps under the pointer.
 */
export class QueueList {
  readonly filters: Filters;
  readonly #me: string;
  #lines: Line[] = [];
  #places = new Map<string, number>();
  readonly #incoming = new Map<string, TicketQueueRow>();
  readonly #displaced = new Set<string>();
  #version = $state(0);
  next = $state<string | null>(null);
  position = '0';

  constructor(page: Listed<TicketQueueRow>, filters: Filters, me: string) {
    this.filters = filters;
    this.#me = me;
    this.reset(page);
  }

  get length(): number {
    return this.#version >= 0 ? this.#lines.length : 0;
  }
  /** Lines that wait to be let in. */
  get incoming(): number {
    return this.#version >= 0 ? this.#incoming.size : 0;
  }
  /** Lines that would stand elsewhere or no longer here. */
  get displaced(): number {
    return this.#version >= 0 ? this.#displaced.size : 0;
  }
  slice(from: number, to: number): readonly Line[] {
    return this.#version >= 0 ? this.#lines.slice(from, to) : [];
  }
  at(index: number): TicketQueueRow | undefined {
    return this.slice(index, index + 1)[0]?.row;
  }
  find(ticketId: string): TicketQueueRow | undefined {
    const place = this.#places.get(ticketId);
    return place === undefined ? undefined : this.#lines[place]?.row;
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
    const added = page.items.filter(
      ({ ticketId }) => !this.#places.has(ticketId) && !this.#incoming.has(ticketId),
    );
    this.#set([...this.#lines, ...added.map(fresh)]);
  }

  /** Takes in a changed row; `settle`: nobody is reading, so let it in, out or move at once. */
  change(row: TicketQueueRow, settle: boolean): void {
    const place = this.#places.get(row.ticketId);
    const line = place === undefined ? undefined : this.#lines[place];
    const known = line?.row ?? this.#incoming.get(row.ticketId);
    if (known && !isLater(row.position, known.position)) return;
    const belongs = matches(row, this.filters, this.#me, line !== undefined);
    if (line && place !== undefined) this.#changeLine(place, changed(line, row, !belongs));
    else if (belongs && this.#isInSight(row)) this.#incoming.set(row.ticketId, row);
    else this.#incoming.delete(row.ticketId);
    if (settle) this.settle();
    this.#version++;
  }

  /** Puts every line where it belongs now. */
  settle(): void {
    const came = [...this.#incoming.values()].map((row) => changed(undefined, row, false));
    if (came.length === 0 && this.#displaced.size === 0) return;
    this.#incoming.clear();
    this.#displaced.clear();
    const lines = [...this.#lines.filter((line) => !line.left), ...came];
    this.#set(lines.sort((a, b) => compare(a.row, b.row, this.filters.sort)));
  }

  #changeLine(place: number, line: Line): void {
    this.#lines[place] = line;
    if (line.left || !this.#isInOrder(place)) this.#displaced.add(line.row.ticketId);
    else this.#displaced.delete(line.row.ticketId);
  }

  #isInOrder(place: number): boolean {
    const [before, line, after] = [this.#lines[place - 1], this.#lines[place], this.#lines[place + 1]];
    const { sort } = this.filters;
    return (
      (!before || !line || compare(before.row, line.row, sort) <= 0) &&
      (!after || !line || compare(line.row, after.row, sort) <= 0)
    );
  }

  /** Would the row stand among those that are loaded? */
  #isInSight(row: TicketQueueRow): boolean {
    const last = this.#lines.at(-1);
    return this.next === null || !last || compare(row, last.row, this.filters.sort) <= 0;
  }

  #set(lines: Line[]): void {
    this.#lines = lines;
    this.#places = new Map(lines.map((line, place) => [line.row.ticketId, place]));
    this.#version++;
  }
}
