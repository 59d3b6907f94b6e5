const keyOf = (ticketId: string, part: string): string => `daybook.draft.${ticketId}.${part}`;

/** Words that somebody has begun on a ticket and not sent, on this device. */
export const drafts = {
  read(ticketId: string, part: string): string {
    try {
      return localStorage.getItem(keyOf(ticketId, part)) ?? '';
    } catch {
      return '';
    }
  },
  keep(ticketId: string, part: string, text: string): void {
    try {
      if (text === '') localStorage.removeItem(keyOf(ticketId, part));
      else localStorage.setItem(keyOf(ticketId, part), text);
    } catch {
      // Without storage the words still stand in the field.
    }
  },
};
