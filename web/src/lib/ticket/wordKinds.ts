import type { TicketConversationRow } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';

type Kind = TicketConversationRow['kind'];

/** How words stand out that turned the ticket: the edge says it in colour what their badge says in words. */
export const edges: Readonly<Partial<Record<Kind, string>>> = {
  resolution: 'border-s-4 border-s-success',
  hold: 'border-s-4 border-s-warning',
  reopening: 'border-s-4 border-s-teal',
  rejection: 'border-s-4 border-s-danger',
  cancellation: 'border-s-4 border-s-line-strong',
};

/** What words are, where they are more than an answer. */
export function badgeOf({ kind, minutes }: TicketConversationRow, m: Messages): string | undefined {
  if (kind === 'work') return m.ticketPage.work(minutes ?? 0);
  const badges: Readonly<Partial<Record<Kind, string>>> = m.ticketPage.turns;
  return badges[kind];
}
