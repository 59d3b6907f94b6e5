import type { Listed, TicketQueueRow } from '#lib/contract.ts';
import type { Filters } from './filters.ts';
import { Lines, type Line } from './lines.ts';

const GLOW_MS = 2_400;
export const isGlowing = (line: Line): boolean => Date.now() - line.changedAt < GLOW_MS;

/** The lines of a queue for the screen: drawn again whenever they have changed. */
export class QueueList {
  readonly filters: Filters;
  readonly #lines: Lines;
  #version = $state(0);

  constructor(page: Listed<TicketQueueRow>, filters: Filters, me: string) {
    this.filters = filters;
    this.#lines = new Lines(filters, me);
    this.#lines.reset(page);
  }

  get #seen(): Lines {
    void this.#version;
    return this.#lines;
  }
  get length(): number {
    return this.#seen.length;
  }
  get incoming(): number {
    return this.#seen.incoming;
  }
  get displaced(): number {
    return this.#seen.displaced;
  }
  get next(): string | null {
    return this.#seen.next;
  }
  get position(): string {
    return this.#lines.position;
  }
  slice(from: number, to: number): readonly Line[] {
    return this.#seen.slice(from, to);
  }
  at(index: number): TicketQueueRow | undefined {
    return this.slice(index, index + 1)[0]?.row;
  }
  find(ticketId: string): TicketQueueRow | undefined {
    return this.#lines.find(ticketId);
  }

  reset(page: Listed<TicketQueueRow>): void {
    this.#lines.reset(page);
    this.#version++;
  }
  append(page: Listed<TicketQueueRow>): void {
    this.#lines.append(page);
    this.#version++;
  }
  /** Takes in a changed row; `settle`: nobody is reading, so let it in, out or move at once. */
  change(row: TicketQueueRow, settle: boolean): void {
    this.#lines.change(row);
    if (settle) this.#lines.settle();
    this.#version++;
  }
  /** Takes in the beginning of the list as the server has it now. */
  reconcile(page: Listed<TicketQueueRow>): void {
    this.#lines.reconcile(page);
    this.#version++;
  }
  settle(): void {
    this.#lines.settle();
    this.#version++;
  }
}
