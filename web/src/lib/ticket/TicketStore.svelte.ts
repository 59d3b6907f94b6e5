import { api } from '#lib/api/browser.ts';
import type {
  Changed,
  CommandName,
  Done,
  LiveTable,
  TicketAnswer,
  TicketConversationRow,
  TicketPageRow,
} from '#lib/contract.ts';
import { isLater } from '#lib/live/position.ts';
import type { Listener } from '#lib/live/watches.ts';
import type { Commandable } from '#lib/records/context.ts';

const GRACE_MS = 700;

const inOrder = (rows: Iterable<TicketConversationRow>): readonly TicketConversationRow[] =>
  [...rows].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));

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
  #position = '0';

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
    if (this.#isOlder(answer)) return;
    this.ticket = answer.ticket;
    this.conversation = inOrder(answer.conversation);
    this.may = answer.may;
    this.#position = answer.position;
  }

  changed(change: Changed): void {
    if (change.row === null) return;
    if (change.table === 'ticket_page' && change.key === this.ticket.ticketId)
      this.#takePage(change.row as unknown as TicketPageRow);
    else if (change.table === 'ticket_conversation')
      this.#takeWords(change.row as unknown as TicketConversationRow);
    else if (change.table === 'ticket_history') this.historyVersion++;
  }

  refresh(table: LiveTable): void {
    if (table.startsWith('ticket_')) void this.refetch();
  }

  standing(position: string): void {
    if (isLater(position, this.#position)) void this.refetch();
  }

  async refetch(): Promise<void> {
    const answer = await api.get<TicketAnswer>(`/tickets/${this.ticket.ticketId}`);
    if (answer.ok) this.take(answer.value);
  }

  /** A command was done: its effect comes by the live connection, or is fetched where that is slow. */
  expect({ revision }: Pick<Done, 'revision'>): void {
    setTimeout(() => {
      if (isLater(revision, this.ticket.revision)) void this.refetch();
    }, GRACE_MS);
  }

  #isOlder({ ticket }: TicketAnswer): boolean {
    const known = this.ticket as TicketPageRow | undefined;
    return known?.ticketId === ticket.ticketId && isLater(known.position, ticket.position);
  }

  #takePage(ticket: TicketPageRow): void {
    if (!isLater(ticket.position, this.ticket.position)) return;
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
