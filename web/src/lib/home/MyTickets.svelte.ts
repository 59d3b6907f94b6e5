import { api } from '#lib/api/browser.ts';
import type { Changed, Listed, LiveTable, TicketQueueRow } from '#lib/contract.ts';
import { isLater } from '#lib/live/position.ts';
import type { Listener } from '#lib/live/watches.ts';

const PAGE = 50;

const byChange = (a: TicketQueueRow, b: TicketQueueRow): number =>
  a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : b.number - a.number;

/** The tickets that somebody takes part in, the last changed first. */
export class MyTickets implements Listener {
  rows = $state.raw<readonly TicketQueueRow[]>([]);
  next = $state<string | null>(null);
  #position = '0';
  readonly #query: Record<string, string>;
  readonly #belongs: (row: TicketQueueRow) => boolean;

  constructor(
    page: Listed<TicketQueueRow>,
    query: Record<string, string> = {},
    belongs: (row: TicketQueueRow) => boolean = () => true,
  ) {
    this.#query = query;
    this.#belongs = belongs;
    this.take(page);
  }

  take({ items, next, position }: Listed<TicketQueueRow>): void {
    this.rows = items;
    this.next = next;
    this.#position = position;
  }

  changed({ table, key, row }: Changed): void {
    if (table !== 'ticket_queue') return;
    const others = this.rows.filter(({ ticketId }) => ticketId !== key);
    const changed = row as unknown as TicketQueueRow | null;
    this.rows = changed && this.#belongs(changed) ? [...others, changed].sort(byChange) : others;
  }

  refresh(table: LiveTable): void {
    if (table === 'ticket_queue') void this.#fetch();
  }

  standing(position: string): void {
    if (isLater(position, this.#position)) void this.#fetch();
  }

  async more(): Promise<void> {
    if (this.next === null) return;
    const page = await this.#get({ cursor: this.next });
    if (!page) return;
    const isKnown = (row: TicketQueueRow) => this.rows.some(({ ticketId }) => ticketId === row.ticketId);
    this.rows = [...this.rows, ...page.items.filter((row) => !isKnown(row))];
    this.next = page.next;
  }

  async #fetch(): Promise<void> {
    const page = await this.#get({});
    if (page) this.take(page);
  }

  async #get(more: Record<string, string>): Promise<Listed<TicketQueueRow> | undefined> {
    const answer = await api.get<Listed<TicketQueueRow>>('/tickets', {
      ...this.#query,
      ...more,
      limit: PAGE,
    });
    return answer.ok ? answer.value : undefined;
  }
}
