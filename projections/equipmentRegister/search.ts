import { uniqueForm } from '#domain/equipment/rules.ts';
import type { Conditions } from '#projections/reader.ts';
import type { ReadDatabase } from '#projections/readDatabase.ts';
import { holds, parseSearch } from '#projections/search.ts';

interface Search {
  readonly q: string;
  /** The column with a thing's id. */
  readonly key: string;
}

/**
 * Things whose tag begins so or whose serial number it is, and those that have all of the words. `distinct` keeps
 * MariaDB from asking its full-text index thing by thing; see `saidAboutIt`.
 */
export function foundBy(read: ReadDatabase, conditions: Conditions, { q, key }: Search): void {
  const exact = uniqueForm(q);
  if (exact === '') return;
  const found = parseSearch(q).terms.map((term) =>
    holds(read, 'equipment_register', { columns: ['words', 'short_words'], term }),
  );
  const worded = found.map(({ text }) => text).join(' and ');
  const words = `select distinct t.id from {equipment_register} t where ${worded} union`;
  conditions.add(
    `${key} in (select id from (${found.length > 0 ? words : ''}
      select id from {equipment_register} where tag_key like ? escape '!' union
      select id from {equipment_register} where serial_key = ?) found)`,
    ...found.flatMap(({ bindings }) => bindings),
    `${exact.replaceAll(/[!%_]/g, '!$&')}%`,
    exact,
  );
}
