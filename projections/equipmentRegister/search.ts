import { uniqueForm } from '#domain/equipment/rules.ts';
import type { Conditions } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';
import { holdsAll, parseSearch } from '#projections/search.ts';
import { WORDS } from './words.ts';

interface Search {
  readonly q: string;
  /** The column with a thing's id. */
  readonly key: string;
}

/**
 * Things that have all of the words; or, where what was typed is one word, whose tag begins so or whose serial number
 * it is.
 */
export function foundBy(read: ReadDatabase, conditions: Conditions, { q, key }: Search): void {
  const exact = uniqueForm(q);
  if (exact === '') return;
  const { terms } = parseSearch(q);
  const parts = [];
  const bindings = [];
  if (terms.length > 0) {
    const found = holdsAll(read, WORDS, { columns: ['words', 'short_words'], terms });
    parts.push(`select t.id from {${WORDS}} t where ${found.text}`);
    bindings.push(...found.bindings);
  }
  if (!/\s/u.test(exact)) {
    parts.push(
      "select id from {equipment_register} where tag_key like ? escape '!'",
      'select id from {equipment_register} where serial_key = ?',
    );
    bindings.push(`${exact.replaceAll(/[!%_]/g, '!$&')}%`, exact);
  }
  if (parts.length === 0) conditions.add('1 = 0');
  else conditions.add(`${key} in (select id from (${parts.join(' union ')}) found)`, ...bindings);
}
