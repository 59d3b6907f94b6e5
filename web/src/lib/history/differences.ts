import type { HistoryEntry } from '#lib/contract.ts';

/** A fact of a record as it stood, in words; '' where there was none. */
export interface StateFact {
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

/** An event with the record's line in its list after it. */
export type Told = HistoryEntry & { readonly state: object };

/** All facts of a record after an event; what only its page knows, where that is here. */
export type Tell<E extends Told, P> = (entry: E, page: P | undefined) => readonly StateFact[];

export type Mark = 'same' | 'changed' | 'added' | 'removed';

export interface Difference extends StateFact {
  readonly before: string;
  readonly mark: Mark;
}

function markOf(before: string, after: string): Mark {
  if (before === after) return 'same';
  if (before === '') return 'added';
  return after === '' ? 'removed' : 'changed';
}

/** Two states fact by fact; facts that neither has are left out. */
export function differences(
  before: readonly StateFact[],
  after: readonly StateFact[],
): readonly Difference[] {
  const known = new Map(before.map(({ field, text }) => [field, text]));
  return after
    .map((fact) => ({ ...fact, before: known.get(fact.field) ?? '' }))
    .map((fact) => ({ ...fact, mark: markOf(fact.before, fact.text) }))
    .filter((fact) => fact.before !== '' || fact.text !== '');
}
