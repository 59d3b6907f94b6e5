import { uniqueForm } from '#domain/equipment/rules.ts';
import { readsAll, type Conditions } from '#projections/reader.ts';
import type { ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { holdsAll, parseSearch, type Found } from '#projections/search.ts';
import { WORDS } from './words.ts';

interface Search {
  readonly viewer: Viewer;
  readonly q: string;
  /** The column with a thing's id. */
  readonly key: string;
}

const like = (text: string): string => text.replaceAll(/[!%_]/g, '!$&');

/** The words of all things tell of their vendors too; who may not know those looks through the names of what they have. */
function named(read: ReadDatabase, viewer: Viewer, terms: readonly string[]): Found {
  if (readsAll(viewer, 'purchases')) {
    const { text, bindings } = holdsAll(read, WORDS, { columns: ['words', 'short_words'], terms });
    return { text: `select t.id from {${WORDS}} t where ${text}`, bindings };
  }
  const each = terms.map(() => "and (name like ? escape '!' or name like ? escape '!')").join(' ');
  return {
    text: `select id from {equipment_register} where holder_id = ? ${each}`,
    bindings: [viewer.userId, ...terms.flatMap((term) => [`${like(term)}%`, `% ${like(term)}%`])],
  };
}

/**
 * Things that have all of the words; or, where what was typed is one word, whose tag begins so or whose serial number
 * it is.
 */
export function foundBy(read: ReadDatabase, conditions: Conditions, { viewer, q, key }: Search): void {
  const exact = uniqueForm(q);
  if (exact === '') return;
  const { terms } = parseSearch(q);
  const parts = [];
  const bindings = [];
  if (terms.length > 0) {
    const found = named(read, viewer, terms);
    parts.push(found.text);
    bindings.push(...found.bindings);
  }
  if (!/\s/u.test(exact)) {
    parts.push(
      "select id from {equipment_register} where tag_key like ? escape '!'",
      'select id from {equipment_register} where serial_key = ?',
    );
    bindings.push(`${like(exact)}%`, exact);
  }
  if (parts.length === 0) conditions.add('1 = 0');
  else conditions.add(`${key} in (select id from (${parts.join(' union ')}) found)`, ...bindings);
}
