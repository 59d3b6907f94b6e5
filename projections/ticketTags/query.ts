import { isSqlite } from '#projections/database.ts';
import type { Conditions } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';

interface Tagged {
  readonly tags: readonly string[];
  readonly key: string;
  /** Whether the tags of today are asked for, which have an index. */
  readonly now: boolean;
}

/**
 * Has one of the tags. The index finds them by the database's sense of equal letters, so what it finds is
 * compared letter by letter with the ticket's own list, which is JSON.
 */
export function tagged(read: ReadDatabase, conditions: Conditions, { tags, key, now }: Tagged): void {
  if (tags.length === 0) return;
  const holds = isSqlite(read.knex)
    ? 'exists (select 1 from json_each(tags) where value = ?)'
    : 'json_contains(tags, json_quote(?))';
  if (now)
    conditions.add(
      `${key} in (select ticket_id from {ticket_tags} where tag in (${tags.map(() => '?').join(', ')}))`,
      ...tags,
    );
  conditions.add(`(${tags.map(() => holds).join(' or ')})`, ...tags);
}
