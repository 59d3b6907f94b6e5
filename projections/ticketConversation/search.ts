import { readsAll, type Conditions } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { holds, parseSearch } from '#projections/search.ts';

interface Search {
  readonly q: string;
  /** The column with a ticket's id. */
  readonly key: string;
  readonly viewer: Viewer;
}

/**
 * Each term somewhere in what was said on the ticket, or its number; who may not read what is internal does not find it.
 * `distinct` makes MariaDB find the tickets of each term first: asking its full-text index again for each ticket, as it
 * else likes to (FirstMatch), it misses some.
 */
export function saidAboutIt(read: ReadDatabase, conditions: Conditions, { q, key, viewer }: Search): void {
  const { terms, number } = parseSearch(q);
  if (terms.length === 0) conditions.add('1 = 0');
  const visible = readsAll(viewer, 'internalNotes') ? '' : ` and t.visibility = 'public'`;
  for (const term of terms) {
    const found = holds(read, 'ticket_conversation', { columns: ['body', 'short_words'], term });
    const saying = `select distinct t.ticket_id from {ticket_conversation} t where ${found.text}${visible}`;
    const numbered = number === null ? '' : ' union select id from {ticket_queue} where number = ?';
    conditions.add(
      `${key} in (select ticket_id from (${saying}${numbered}) said)`,
      ...found.bindings,
      ...(number === null ? [] : [number]),
    );
  }
}
