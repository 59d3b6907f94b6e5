import type { CalledTicket, HistoryEntry } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';

/** What somebody did, after their name. */
export const happening = (
  { type, other }: Pick<HistoryEntry, 'type'> & { readonly other?: CalledTicket | null },
  m: Messages,
): string =>
  (other ? m.history.elsewhere(type, m.ticket.number(other.number)) : undefined) ?? m.history.event(type);
