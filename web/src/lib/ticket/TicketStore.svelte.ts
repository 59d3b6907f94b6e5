import { api } from '#lib/api/browser.ts';
import {
  inOrder,
  type Changed,
  type CommandName,
  type Done,
  type LiveTable,
  type TicketAnswer,
  type TicketConversationRow,
  type TicketPageRow,
} from '#lib/contract.ts';
import { isLater } from '#lib/live/position.ts';
import type { Listener } from '#lib/live/watches.ts';
import type { Commandable } from '#lib/records/context.ts';

const GRACE_MS = 700;

/** What may be done depends on these. */
const fingerprint = (row: TicketPageRow): string =>
  JSON.stringify([row.status, row.assigneeId, row.rating, row.watchers, row.pendingUntil, row.mergedFrom]);

/** One ticket as it stands now, kept so by the live connection. */
export class TicketStore implements Listener, Commandable {
  ticket = $state.raw() as TicketPageRow;
  conversation = $state.raw<readonly TicketConversationRow[]>([]);
  may = $state.raw<readonly CommandName[]>([]);
  /** Goes up whenever the history has grown. */
  historyVersion = $state(0);
  /** At which all of it was fetched, and which the page has reached since. */
  #fetched = '0';
  #reached = '0';

  constructor(answer: TicketAnswer) {
    this.take(answer);
  }

  get target() {
    return { kind: 'tickets' as const, id: this.ticket.ticketId };
  }
  get revision(): string {
    return this.ticket.revision;
  }

  can(command: CommandName): boolean {
    return this.may.includes(command);
  }

  take(answer: TicketAnswer): void {
    if (isLater(this.#reached, answer.position)) return;
    this.ticket = answer.ticket;
    this.conversation = answer.conversation;
    this.may = answer.may;
    this.#fetched = this.#reached = answer.position;
  }

  changed(change: Changed): void {
    if (change.row === null) return;
    if (change.table === 'ticket_page' && change.key === this.ticket.ticketId)
      this.#takePage(change.row as unknown as TicketPageRow, change.position);
    else if (change.table === 'ticket_conversation')
      this.#takeWords(change.row as unknown as TicketConversationRow);
    else if (change.table === 'ticket_history') this.historyVersion++;
  }

  refresh(table: LiveTable): void {
    if (table.startsWith('ticket_')) void this.refetch();
  }

  standing(position: string): void {
    if (isLater(position, this.#fetched)) void this.refetch();
  }

  async refetch(): Promise<void> {
    const answer = await api.get<TicketAnswer>(
      `/tickets/${this.ticket.ticketId}`,
      {},
      { after: this.#reached },
    );
    if (!answer.ok) return;
    if (isLater(this.#reached, answer.value.position)) await this.refetch();
    else this.take(answer.value);
  }

  /** A command was done: its effect comes by the live connection, or is fetched where that is slow. */
  expect({ revision }: Pick<Done, 'revision'>): void {
    setTimeout(() => {
      if (isLater(revision, this.ticket.revision)) void this.refetch();
    }, GRACE_MS);
  }

  /** The same on another ticket, of which this one tells. */
  expectFrom({ position }: Pick<Done, 'position'>): void {
    setTimeout(() => {
      if (isLater(position, this.#reached)) void this.refetch();
    }, GRACE_MS);
  }

  /** The row of the ticket may stand before the position: another ticket may have been related to it there. */
  #takePage(ticket: TicketPageRow, position: string): void {
    if (!isLater(position, this.#reached)) return;
    this.#reached = position;
    const before = fingerprint(this.ticket);
    this.ticket = ticket;
    if (before !== fingerprint(ticket)) void this.refetch();
  }

  #takeWords(row: TicketConversationRow): void {
    if (row.ticketId !== this.ticket.ticketId && !this.ticket.mergedFrom.includes(row.ticketId)) return;
    const others = this.conversation.filter(({ eventId }) => eventId !== row.eventId);
    this.conversation = inOrder([...others, row]);
  }
}
