/** Words that somebody has begun and not sent. */
export interface Draft {
  readonly text: string;
  /** The revision that they saw when they began, where the words are to take the place of others. */
  readonly seen?: string | undefined;
}

export interface Drafts {
  read(part: string): Draft | undefined;
  keep(part: string, text: string, seen?: string): void;
}

function parsed(kept: string | null): Draft | undefined {
  if (kept === null) return undefined;
  const { text, seen } = JSON.parse(kept) as Partial<Draft>;
  return text ? { text, seen } : undefined;
}

/** What a person has begun on a ticket, on this device, which others may use too. */
export function draftsOf(userId: string, ticketId: string): Drafts {
  const keyOf = (part: string): string => `daybook.draft.${userId}.${ticketId}.${part}`;
  return {
    read(part) {
      try {
        return parsed(localStorage.getItem(keyOf(part)));
      } catch {
        return undefined;
      }
    },
    keep(part, text, seen) {
      try {
        if (text === '') localStorage.removeItem(keyOf(part));
        else localStorage.setItem(keyOf(part), JSON.stringify({ text, seen } satisfies Draft));
      } catch {
        // Without storage the words still stand in the field.
      }
    },
  };
}
